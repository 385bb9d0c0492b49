/** The one audience of this process, whoever asks first: the renderer and the pages are bundled apart and share it here. */
import { type Audience, openAudience } from '#audience/audience';
import { site } from '#site';
import type { AudiencePlace } from '#audience/audience';
import type { Moment } from '#model/moment';

const place = Symbol.for('standfirst.audience');

/** `as`: the one object that bundles of a process share has no type for what we keep there. */
const shared = globalThis as { [place]?: Audience };

const log = (what: string): void => console.log(`${new Date().toISOString().slice(11, 19)} audience: ${what}`);

/** Opens the audience at the first call. */
export const audienceAt = (settings: AudiencePlace, now: () => Moment): Audience =>
  (shared[place] ??= openAudience({ place: settings, site, now, log }));
