/** What the three processes say to each other over the pipe that `fork` opens. */

/** One state of the whole publication, as the publisher announces it. */
export type EditionNews = {
  /** From 1. */
  readonly number: number;
  /** Milliseconds since 1970 UTC, by the site's clock. */
  readonly at: number;
  /** Addresses whose pages changed, and prefixes of every front and feed that can list them. */
  readonly changes: readonly string[];
  /** Milliseconds from the first change that the publisher heard of to the edition; absent where nobody saved anything. */
  readonly took?: number;
  /** Addresses of articles among the changes that the public may not see in this edition: nothing that names them is kept. */
  readonly removed: readonly string[];
};

/** Reads of an article in the hour that begins at `hour` (milliseconds since 1970 UTC). */
export type ReadCount = { readonly address: string; readonly hour: number; readonly reads: number };

/** How a pull from the git remote ended. */
export type PullNews = {
  /** `new`, `unchanged`, or what was in the way (`archive/remote/pull.ts`). */
  readonly outcome: string;
  /** Milliseconds since 1970 UTC, by the site's clock. */
  readonly at: number;
  /** Milliseconds that it took. */
  readonly ms: number;
};

/** What a renderer or a publisher tells the server. */
export type ChildMessage =
  /** It can be asked; a renderer names its port on the loopback interface. */
  | { readonly type: 'ready'; readonly port?: number }
  /** Names of query parameters that an old address needs (`p` of `/?p=4711`); a renderer says them when they change. */
  | { readonly type: 'parameters'; readonly names: readonly string[] }
  /** Once a second: it is neither hung nor dead. */
  | { readonly type: 'heartbeat' }
  /** A renderer wrote a load of reads into the database, or could not. */
  | { readonly type: 'reads'; readonly load: number; readonly kept: boolean }
  | { readonly type: 'edition'; readonly edition: EditionNews }
  /** A publisher pulled from the git remote. */
  | { readonly type: 'pulled'; readonly pulled: PullNews }
  /** A renderer found the archive's file damaged; `file` is its number on the disk. */
  | { readonly type: 'damaged'; readonly file: number };

/** What the server tells a child. */
export type ServerMessage =
  /**
   * To a renderer: the archive holds this edition now; the first one says that there is an archive to open. To a publisher,
   * once when it starts: readers have this edition, if any.
   */
  | { readonly type: 'edition'; readonly edition: EditionNews | undefined }
  /** A reader of the archive found this file of it damaged: set it aside and make it anew, unless that was done already. */
  | { readonly type: 'mend'; readonly file: number }
  /** To a publisher: the git host says that there is something to pull. */
  | { readonly type: 'pull' }
  /** To a renderer: what was read since the last load. */
  | { readonly type: 'reads'; readonly load: number; readonly counts: readonly ReadCount[] }
  /** Finish what is in flight and end. */
  | { readonly type: 'stop' };

/** Milliseconds between two heartbeats. */
export const heartbeatEvery = 1000;

/** In the environment of a child that the server forked: other programs, too, open a pipe to what they start. */
export const forkedMark = 'STANDFIRST_FORKED';

/** In the environment of a renderer that a command starts for a few pages: it does nothing ahead of being asked. */
export const sparingMark = 'STANDFIRST_SPARING';
