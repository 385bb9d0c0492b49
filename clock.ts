/** The one clock: everything else is told what time it is. */
import type { Moment } from '#model/moment';

const shift = Number(process.env.CLOCK_SHIFT ?? 0) || 0;

/**
 * The present moment, in milliseconds since 1970 UTC. The first process turns `TEST_CLOCK` into a difference in
 * milliseconds (`CLOCK_SHIFT`) and hands it to its children, so that all of them read the same clock.
 */
export const now = (): Moment => Date.now() + shift;
