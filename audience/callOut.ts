/** Alone speaks to hubs and search engines: one call, and what came of it. */
import { keyFileAddress, type Receiver } from '#audience/receivers';
import type { Moment } from '#model/moment';

/** What came of a call. `why` is for the log and names no reader: there is none in it. */
export type Outcome =
  | { readonly is: 'told' }
  /** It may work later; `pause` in milliseconds where the receiver named a time. */
  | { readonly is: 'later'; readonly why: string; readonly pause?: number }
  /** It will never work as it was said. */
  | { readonly is: 'never'; readonly why: string };

/** Addresses that one call may name: IndexNow takes ten thousand; a hub is told of one feed after the other. */
export const mostIn = ({ kind }: Receiver): number => (kind === 'hub' ? 1 : 10_000);

/** Milliseconds after which a silent receiver counts as absent. */
const patienceWithSilence = 10_000;

/** https://www.w3.org/TR/websub/ leaves the form to the hub; all known ones take this. */
const hubCall = (urls: readonly string[]): RequestInit => {
  const form = new URLSearchParams({ 'hub.mode': 'publish' });
  for (const url of urls) form.append('hub.url', url);
  return { body: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
};

const indexCall = ({ key, siteUrl }: Receiver & { kind: 'index' }, urlList: readonly string[]): RequestInit => ({
  body: JSON.stringify({
    host: new URL(siteUrl).host,
    key,
    keyLocation: new URL(keyFileAddress(key), siteUrl).href,
    urlList,
  }),
  headers: { 'content-type': 'application/json; charset=utf-8' },
});

/** Statuses below 500 that may be another tomorrow: 403 is a key file that was not seen yet, 408, 425 and 429 say "later". */
const passing = new Set([403, 408, 425, 429]);

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3), a day at most. */
const pauseOf = (header: string | null, now: Moment): number | undefined => {
  if (header === null) return undefined;
  const pause = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(pause) && pause > 0 ? Math.min(pause, 24 * 60 * 60 * 1000) : undefined;
};

const outcomeOf = ({ status, headers }: Response, now: Moment): Outcome => {
  if (status >= 200 && status < 300) return { is: 'told' };
  const why = `answered ${status}`;
  // A call that follows redirects would tell somebody whom the publication did not name.
  if (status < 400) return { is: 'never', why: `${why}, a redirect: write the new address in site.config.ts` };
  if (status < 500 && !passing.has(status)) return { is: 'never', why };
  const pause = pauseOf(headers.get('retry-after'), now);
  return { is: 'later', why, ...(pause !== undefined && { pause }) };
};

const reasonOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'no reason';
  const { code } = (fault.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : fault.name;
};

/** Makes one call; never rejects. `patience` in milliseconds, where a test has no seconds to spare. */
export const callOut = async (
  receiver: Receiver,
  urls: readonly string[],
  now: Moment,
  patience = patienceWithSilence,
): Promise<Outcome> => {
  const said = receiver.kind === 'hub' ? hubCall(urls) : indexCall(receiver, urls);
  try {
    const answer = await fetch(receiver.address, {
      ...said,
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await answer.body?.cancel();
    return outcomeOf(answer, now);
  } catch (fault) {
    return { is: 'later', why: reasonOf(fault) };
  }
};
