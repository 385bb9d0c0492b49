/** By whose clock a visit judges what is new, old or of the future. */
import { clockSkew } from '#newsroom/siteRules/crawledSite';

/** The present moment of a site in epoch milliseconds, and what an editor should know of it. */
export type SiteClock = { readonly now: number; readonly note?: string };

const isHere = (origin: string): boolean =>
  /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(new URL(origin).hostname);

/** What an answer says of the present; a copy that somebody kept says how old it is (RFC 9111, 5.1). */
const momentIn = (headers: Readonly<Record<string, string>>): number =>
  Date.parse(headers.date ?? '') + (Number(headers.age) || 0) * 1000;

/**
 * The clock of a site on this machine is the machine's, unless it was moved (`TEST_CLOCK`): what its answers say goes. For
 * any other site this machine's clock goes: a server whose clock is wrong publishes wrong moments, and must be told.
 * `given` is what a person said, `own` this machine's present.
 */
export const siteClock = (
  origin: string,
  headers: Readonly<Record<string, string>>,
  given: number | undefined,
  own: number,
): SiteClock => {
  if (given !== undefined) return { now: given };
  const told = momentIn(headers);
  if (Number.isNaN(told)) return { now: own };
  if (isHere(origin)) return { now: told };
  if (Math.abs(told - own) < clockSkew) return { now: own };
  const [theirs, ours] = [told, own].map((moment) => new Date(moment).toISOString());
  return {
    now: own,
    note: `The site's clock says ${theirs}, this machine's ${ours}, by which dates were judged; --now tells another.`,
  };
};
