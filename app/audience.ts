/** Binds routes to what readers give us: the one audience of this process. */
import type { Audience } from '#audience/audience';
import { audienceAt } from '#audience/thisProcess';
import { now, settings } from './paper';

/** Opened by the first who asks, and not while the pages are built. */
export const audience = (): Audience => audienceAt(settings, now);

/**
 * Stamp for the sign-up that stands on articles and fronts. Whatever is wrong with the audience, those pages are there;
 * a form without a stamp is shown again.
 */
export const offerStamp = (): string | undefined => {
  try {
    return audience().hourlyStamp();
  } catch {
    return undefined;
  }
};
