/** Takes the answers of a round into the folder: pages with what they name, files of the build, files for hosts. */
import type { Redirect } from '#archive/questions';
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import { notFoundAsked } from '#edge/keeping';
import { namesFor } from '#edge/reach';
import type { StaticFile } from '#edge/staticFiles';
import { askedForm } from '#mirror/articleAddress';
import { headersFile, hostFileType, redirectsFile } from '#mirror/hostFiles';
import { hostFiles } from '#mirror/places';
import { canName } from '#mirror/references';
import type { Related } from '#mirror/relations';
import { fail, reasonOf, wantNamed, type Round } from '#mirror/roundState';
import type { Moment } from '#model/moment';

const hour = 3_600_000;

/** What names nothing, and what no edition changes. */
const nothing: Related = { names: [], under: [] };

/** The address of the page for all addresses that lead nowhere. */
export const lostAddress = `/${hostFiles.lost}`;

const isForOneReader = ({ headers }: Answer): boolean => (headers['Cache-Control'] ?? '').includes('no-store');

const nextHour = (now: Moment): Moment => (Math.floor(now / hour) + 1) * hour;

/** Pages that show what time alone changes (the day, what is most read, what is new) hold for an hour at most. */
const holdsUntil = (asked: AskedAddress, answer: Answer, now: Moment): number | undefined =>
  namesFor(asked).includes('/') || asked === notFoundAsked || isForOneReader(answer) ? nextHour(now) : undefined;

/** Puts an answer into the folder, and wants what it names. */
const save = (round: Round, asked: AskedAddress, answer: Answer, edition: number): void => {
  const type = answer.headers['Content-Type'] ?? answer.headers['content-type'] ?? 'application/octet-stream';
  const until = holdsUntil(asked, answer, round.at);
  const { known } = asked;
  const place = known?.kind === 'article' && !known.twin ? round.archive.placement(known.address, round.at) : undefined;
  const isLost = asked === notFoundAsked;
  round.keeping.put({
    asked: isLost ? { address: lostAddress, path: lostAddress } : asked,
    body: answer.body,
    headers: answer.headers,
    type,
    edition,
    related: () => ({
      names: canName(type) ? round.scan(answer.body.toString('utf8')).map(({ path }) => path) : [],
      under: isLost ? [] : namesFor(asked).map(askedForm),
    }),
    ...(until !== undefined && { until }),
    ...(place && { place }),
    ...(isLost && { file: hostFiles.lost }),
  });
  wantNamed(round, isLost ? lostAddress : asked.path);
};

/** Takes an answer: a page is put into the folder, a redirect is noted, anything else has failed. */
export const take = (round: Round, asked: AskedAddress, answer: Answer, edition: number): void => {
  const path = asked === notFoundAsked ? lostAddress : asked.path;
  const { status, headers } = answer;
  const isPage = status === 200 || (status === 404 && asked === notFoundAsked);
  if (isPage && (!isForOneReader(answer) || asked.known?.kind === 'newsletter'))
    return save(round, asked, answer, edition);
  if (!isPage && (status >= 500 || status < 300)) return fail(round, path, `it answered ${status}`);
  // A page that is made for one reader at a time leads to the front: no file can make it.
  const to = isPage ? readAddress('/') : status < 400 ? readAddress(headers.Location ?? '') : undefined;
  round.keeping.putNothing(path, edition, nextHour(round.at), to?.path);
  if (to?.known) round.itinerary.want(to.path);
};

/** A file of the build: compared, not asked for. */
export const putFile = (round: Round, path: string, { type, cacheControl, body }: StaticFile): void => {
  try {
    round.keeping.put({
      asked: { address: decodeURI(path), path },
      body,
      headers: { 'Content-Type': type, 'Cache-Control': cacheControl },
      type,
      edition: round.archive.edition().number,
      related: () => nothing,
    });
  } catch (fault) {
    fail(round, path, reasonOf(fault));
  }
};

/** `_redirects` and `_headers`, written where they say something new. */
export const putHostFiles = (round: Round): void => {
  const { archive, keeping, ledger, at, count, listGone, itinerary } = round;
  const met: Redirect[] = [];
  for (const [from, { to }] of ledger.entries)
    if (to !== undefined && itinerary.isKnown(from)) met.push({ from: decodeURI(from), to: decodeURI(to) });
  const all = [...archive.redirects(at), ...met];
  const texts = {
    [hostFiles.redirects]: redirectsFile({
      redirects: all,
      gone: listGone ? archive.gone(at) : [],
      cardsLeftOut: count.cardsLeftOut,
    }),
    [hostFiles.headers]: headersFile(ledger.headers),
  };
  for (const [name, text] of Object.entries(texts)) {
    const path = `/${name}`;
    itinerary.know(path);
    try {
      keeping.put({
        asked: { address: path, path },
        body: Buffer.from(text),
        headers: {},
        type: hostFileType,
        edition: archive.edition().number,
        related: () => nothing,
        file: name,
      });
    } catch (fault) {
      fail(round, path, reasonOf(fault));
    }
  }
};
