/** What the door tells whoever counts: the words of the metrics, and the counter of a site that counts nothing. */

/** How an answer came about. */
export type Outcome =
  /** From memory, as it stood there. */
  | 'kept'
  /** Waited for a new rendering of what was kept. */
  | 'renewed'
  /** Nothing was kept: it was rendered. */
  | 'rendered'
  /** An older copy, because the renderer was away or late. */
  | 'stale'
  /** Passed through: forms, searches, parts of films. */
  | 'passed'
  /** Said by the door itself: refusals, redirects, health, its own pages. */
  | 'door';

/** One finished answer. */
export type Answered = {
  /** `KnownAddress['kind']`; absent for an address that this paper never has. */
  readonly kind: string | undefined;
  readonly status: number;
  readonly outcome: Outcome;
  /** Of the body, as they went over the wire. */
  readonly bytes: number;
  /** Milliseconds from the request's first line to the end of the answer. */
  readonly ms: number;
};

/** Why the door ended a connection before its reader wanted it. */
export type EndedFor =
  /** All places were taken, and nobody had more of them than this reader. */
  | 'full'
  /** All places were taken, and its network address had most of them. */
  | 'crowd'
  /** Its reader took the answer too slowly, or not at all. */
  | 'slow';

/** A figure that is asked for when somebody looks, instead of being told at each change. */
export type Gauge =
  /** Responses that stand in memory, and what they take, in bytes. */
  | 'keptResponses'
  | 'keptBytes'
  /** Questions that are with the renderer now, and those that wait for a renderer. */
  | 'questionsAsked'
  | 'questionsWaiting'
  /** Connections of readers that are open. */
  | 'connections'
  /** 1 where the process can be asked, 0 where it is starting. */
  | 'rendererReady'
  | 'publisherReady';

/** An edition as it is counted. */
export type CountedEdition = {
  readonly number: number;
  /** Milliseconds since 1970 UTC, by the site's clock: when it was made. */
  readonly at: number;
  /** Milliseconds from the first save that is in it to the edition; absent for one that an embargo made. */
  readonly took?: number | undefined;
};

/** A pull from the git remote as it is counted. */
export type CountedPull = {
  /** One of a closed list (`archive/remote/pull.ts`). */
  readonly outcome: string;
  readonly ms: number;
};

/** Told of everything that is counted. Never throws, never waits. */
export type Counting = {
  readonly answered: (answer: Answered) => void;
  readonly edition: (edition: CountedEdition) => void;
  readonly pulled: (pull: CountedPull) => void;
  /** A process ended without being told to, and is started again. */
  readonly restarted: (name: string) => void;
  /** A connection was ended before its reader wanted it. */
  readonly ended: (reason: EndedFor) => void;
  /** Says where a figure can be had; the last one that says so is asked. */
  readonly gauge: (gauge: Gauge, value: () => number) => void;
};

const nothing = (): void => undefined;

/** Counts nothing: the site has no port for metrics. */
export const uncounted: Counting = {
  answered: nothing,
  edition: nothing,
  pulled: nothing,
  restarted: nothing,
  ended: nothing,
  gauge: nothing,
};
