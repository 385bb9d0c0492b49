/** Counts readers of articles without knowing them: in memory alone, by codes whose salt is thrown away every day. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';
import { sourceOf } from '#edge/source';
import type { ReadCount } from '#edge/messages';
import type { KnownAddress } from '#model/addresses';

/** What counting needs to know of one answer. */
export type AnsweredFacts = {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** The reader's network address. */
  readonly remote: string | undefined;
  /** The connection that the request came by: its codes are worked out once, and go with it. */
  readonly connection?: object;
  /** What lay at the address. */
  readonly known: KnownAddress | undefined;
  /** What was answered. */
  readonly status: number;
};

/** What a counter is made with. */
export type ReadCounterPlan = {
  /** Milliseconds since 1970 UTC, by the site's clock. */
  readonly now: () => number;
  /** Makes the salt of a day: random, and nowhere kept. */
  readonly salt: () => Buffer;
  /** How much is remembered at most; absent: `usualBounds`. */
  readonly bounds?: Partial<ReadBounds>;
};

/** Limits of one counter. */
export type ReadBounds = {
  /** Readers that one source may be for one article in a day: a household, an office; no crowd. */
  readonly perArticle: number;
  /** Reads that one source may add in an hour: a mobile network shows many readers by one address. */
  readonly perHour: number;
  /** Pairs of source and article, and sources, that are remembered; the oldest are forgotten first. */
  readonly pairs: number;
  readonly sources: number;
  /** Articles whose counts wait to be taken. */
  readonly waiting: number;
};

/** The counter. */
export type ReadCounter = {
  /** Looks at one answer; costs some microseconds and never throws. */
  readonly count: (facts: AnsweredFacts) => void;
  /** Gives the counts since the last call and forgets them. */
  readonly take: () => readonly ReadCount[];
  /** Takes counts back that could not be sent. */
  readonly putBack: (counts: readonly ReadCount[]) => void;
  /** What is remembered of whom, as numbers only. */
  readonly size: () => { readonly pairs: number; readonly sources: number; readonly waiting: number };
};

/** About 25 MB when everything is full. */
const usualBounds: ReadBounds = {
  perArticle: 5,
  perHour: 200,
  pairs: 100_000,
  sources: 50_000,
  waiting: 50_000,
};

const hour = 3_600_000;
const day = 24 * hour;
/** No browser's name of itself is longer; what is sent beyond does not count. */
const longestAgent = 400;

/** The article that was read, or `undefined` where nobody read one: other addresses, forms, errors, twins. */
const articleOf = ({ method, known, status }: AnsweredFacts): string | undefined =>
  method === 'GET' && (status === 200 || status === 304) && known?.kind === 'article' && !known.twin
    ? known.address
    : undefined;

/** Fetched ahead of a reader who may never come. */
const isAhead = (headers: IncomingHttpHeaders): boolean =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/i.test(String(headers[name] ?? '')),
  );

/** A browser says what it wants a page for: only one that is shown is read, not one that a script or a frame asks for. */
const isShown = ({ 'sec-fetch-dest': wanted }: IncomingHttpHeaders): boolean =>
  wanted === undefined || wanted === 'document';

/** Keeps a map below its bound: what came first goes first. */
const bound = (map: Map<string, unknown>, most: number): void => {
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
};

/** Codes of one connection: of where it comes from, and of the agent, under the salt of a day. */
type Codes = {
  readonly day: number;
  readonly remote: string;
  readonly agent: string;
  readonly source: string;
  readonly reader: string;
};

/** Makes a counter that knows nobody. */
export const createReadCounter = ({ now, salt, bounds = {} }: ReadCounterPlan): ReadCounter => {
  const most = { ...usualBounds, ...bounds };
  /** Codes of the agents that a source read an article with. */
  const pairs = new Map<string, string[]>();
  const sources = new Map<string, { hour: number; used: number }>();
  let waiting = new Map<string, { readonly address: string; readonly hour: number; reads: number }>();
  let today: { readonly day: number; readonly salt: Buffer } = { day: NaN, salt: Buffer.alloc(0) };

  const turnDay = (at: number): void => {
    const number = Math.floor(at / day);
    if (number === today.day) return;
    today = { day: number, salt: salt() };
    pairs.clear();
    sources.clear();
  };
  /** Nine bytes: two of a hundred thousand meet by chance once in a million days. */
  const codeOf = (text: string): string =>
    createHash('sha256').update(today.salt).update(text).digest('base64url').slice(0, 12);

  // A connection that is kept open asks for many pages: two hashes for each would be a fifth of the work of an answer.
  const codes = new WeakMap<object, Codes>();
  const codesOf = ({ connection, remote = '' }: AnsweredFacts, agent: string): Codes => {
    const known = connection && codes.get(connection);
    if (known?.day === today.day && known.remote === remote && known.agent === agent) return known;
    const made = { day: today.day, remote, agent, source: codeOf(sourceOf(remote)), reader: codeOf(agent) };
    if (connection) codes.set(connection, made);
    return made;
  };

  const mayAdd = (source: string, thisHour: number): boolean => {
    const known = sources.get(source);
    if (known?.hour === thisHour) return known.used++ < most.perHour;
    sources.delete(source);
    sources.set(source, { hour: thisHour, used: 1 });
    bound(sources, most.sources);
    return true;
  };
  const add = (address: string, at: number, reads: number): void => {
    const key = `${at} ${address}`;
    const entry = waiting.get(key);
    if (entry) entry.reads += reads;
    else if (waiting.size < most.waiting) waiting.set(key, { address, hour: at, reads });
  };

  return {
    count: (facts) => {
      const address = articleOf(facts);
      const agent = facts.headers['user-agent']?.slice(0, longestAgent);
      if (!address || !agent || !facts.remote || isAhead(facts.headers) || !isShown(facts.headers)) return;
      const at = now();
      turnDay(at);
      const { source, reader } = codesOf(facts, agent);
      const pair = source + address;
      const agents = pairs.get(pair);
      if (agents && (agents.includes(reader) || agents.length >= most.perArticle)) return;
      if (isbot(agent)) return;
      const thisHour = Math.floor(at / hour) * hour;
      if (!mayAdd(source, thisHour)) return;
      if (agents) agents.push(reader);
      else pairs.set(pair, [reader]);
      bound(pairs, most.pairs);
      add(address, thisHour, 1);
    },
    take: () => {
      const taken = [...waiting.values()];
      waiting = new Map();
      return taken;
    },
    putBack: (counts) => {
      for (const { address, hour: at, reads } of counts) add(address, at, reads);
    },
    size: () => ({ pairs: pairs.size, sources: sources.size, waiting: waiting.size }),
  };
};
