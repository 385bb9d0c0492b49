/** The moment of publication on another day: the same time on the newsroom's wall. */
import type { Moment } from '#model/moment';
import { readWallClock, wallClockText } from '#model/wallClock';
import { CommandFault } from '#newsroom/commandPlace';

/** A written moment as it is written on another day (`2026/10/16`); `undefined` where it is of that day already. */
export const onDay = (written: string, day: string, timeZone: string): string | undefined => {
  const read = readWallClock(written, timeZone);
  if (!read.ok) throw new CommandFault(`publishedAt is ${written}, which is no moment. Mend it first: npm run check`);
  const date = day.replaceAll('/', '-');
  const wall = wallClockText(read.moment, timeZone);
  if (wall.slice(0, 10) === date) return undefined;
  // An offset that was written is left out: on the new day the zone may have another one.
  return `${date}${written.charAt(10) === 'T' ? 'T' : ' '}${wall.slice(11)}`;
};

/** The moment that a text means on the newsroom's wall; `undefined` where the clock skips it or shows it twice. */
export const momentIn = (written: string, timeZone: string): Moment | undefined => {
  const read = readWallClock(written, timeZone);
  return read.ok ? read.moment : undefined;
};
