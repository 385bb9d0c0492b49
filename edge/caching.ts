/** How long browsers and caches may keep an answer, and what a CDN is told so that it can drop it in time. */
import type { AskedAddress } from '#edge/address';
import { cacheTagOf, namesFor } from '#edge/reach';

/**
 * A page is asked for each time, so that an edit and a take-down reach whoever has it; while the site does not answer, an
 * old copy is better than none. The few seconds in which an old copy may be shown while it is asked for belong to
 * shared caches: browsers revalidate what a reader opens (RFC 5861).
 */
const page = 'public, max-age=0, s-maxage=1, stale-while-revalidate=5, stale-if-error=86400';
/** For caches that are told of each edition, by tag, and tell nobody else. */
const surrogate = 'max-age=60, stale-while-revalidate=5, stale-if-error=86400';
const neverKept = { 'Cache-Control': 'no-store' };
/** An address of nothing may be one in a moment: ten seconds at most, for those who shield us from a flood. */
const nothing = { 'Cache-Control': 'public, max-age=0, s-maxage=10' };

const told = (asked: Pick<AskedAddress, 'address' | 'known'>, control: string): Record<string, string> => ({
  'Cache-Control': control,
  'Surrogate-Control': surrogate,
  'Cache-Tag': cacheTagOf(namesFor(asked)),
});

/** Headers for caches. `own` is what the route wrote: pictures and files, whose address names their bytes, know better. */
export const cacheHeadersFor = (
  asked: Pick<AskedAddress, 'address' | 'known'>,
  status: number,
  own: string | undefined,
): Record<string, string> => {
  if (status >= 500) return neverKept;
  if (status === 404) return nothing;
  switch (asked.known?.kind) {
    case 'form':
    case 'newsletter':
      return neverKept;
    case 'picture':
    case 'card':
    case 'file':
      // Next writes `private … no-store` where a route says nothing.
      return { 'Cache-Control': status < 400 && own && !own.includes('private') ? own : 'public, max-age=0' };
    default:
      return told(asked, page);
  }
};
