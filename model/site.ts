/** What the rest of the code may ask of the publication; the values stand in `site.config.ts`. */
import type { MachinePolicy } from '#model/machinePolicy';

/** One newsletter a reader may sign up for. */
export type Newsletter = {
  /** Stable name in forms and in the audience database. */
  readonly id: string;
  readonly name: string;
  /** When it goes out, in the publication's words. */
  readonly when: string;
  /** What the reader gets, one or two sentences. */
  readonly promise: string;
};

/** The publication's own facts. */
export type Site = {
  readonly name: string;
  /** Under the icon on a home screen, at most twelve letters; absent: the name. */
  readonly shortName?: string | undefined;
  readonly motto: string;
  readonly description: string;
  /** BCP 47 language tag, e.g. `en-KE`. */
  readonly locale: string;
  /** IANA time zone, e.g. `Africa/Nairobi`. */
  readonly timeZone: string;
  /** Short name printed behind times, e.g. `EAT`. */
  readonly timeZoneName?: string | undefined;
  readonly since: { readonly place: string; readonly year: number };
  readonly colophon: string;
  /** The publication's own pages elsewhere (https), for search engines. */
  readonly profiles: readonly string[];
  readonly mail: { readonly editor: string; readonly security: string; readonly sender: string };
  readonly newsletters: readonly Newsletter[];
  readonly consent: { readonly version: string; readonly text: string };
  readonly smartPunctuation: boolean;
  /** What machines may do with the paper. */
  readonly machines: MachinePolicy;
  /** WebSub hubs that are told of every change and named in the feeds; none: nobody is told. */
  readonly hubs: readonly string[];
  /** Search engines that want to be told of changes; off without a key. The environment's `INDEXNOW_KEY` beats `key`. */
  readonly indexNow: { readonly endpoint: string; readonly key?: string | undefined };
};
