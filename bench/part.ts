/** What one part of the benchmark is: a name, a sentence, and work that answers with tables and with goals met or missed. */

/** A newsroom made for measuring, with an archive that is in step with it. A part that writes into it puts it back. */
export type Newsroom = { readonly size: number; readonly contentDir: string; readonly dataDir: string };

/** What a part is given. */
export type PartOptions = {
  /** An empty folder for whatever the part writes; it is removed afterwards. */
  readonly folder: string;
  /** Sizes of newsrooms to measure, smallest first. */
  readonly sizes: readonly number[];
  /** How often each subject has its turn where several are compared, and how long a turn lasts, in seconds. */
  readonly rounds: number;
  readonly seconds: number;
  /** Minutes of lasting load. */
  readonly minutes: number;
  /** Writes a corpus of so many articles (`bench/corpus.ts`), or gives the one that this run has already. */
  readonly corpus: (size: number) => string;
  /** The same with an archive. */
  readonly newsroom: (size: number) => Promise<Newsroom>;
  /** Gives the archive that a part has made of `corpus(size)` to those that come after. */
  readonly adopt: (size: number, dataDir: string) => void;
  /** Says on the error stream what is going on. */
  readonly say: (what: string) => void;
};

/** Figures, as they stand in the document. */
export type Table = {
  /** Absent where the part has one table alone. */
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Something that was to be reached. */
export type Goal = {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
};

/** What a part found. */
export type Outcome = {
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  /** What a reader of the figures must know to judge them. */
  readonly notes?: readonly string[];
};

/** One part of the benchmark; `bench/parts.ts` lists them all. */
export type Part = {
  /** One word, written after `npm run bench -- `; the section of `docs/benchmarks.md` has the same. */
  readonly name: string;
  /** What is measured, in one line. */
  readonly what: string;
  /** Minutes it takes on two cores at the usual sizes, roughly; for the plan that is shown. */
  readonly takes: number;
  readonly run: (options: PartOptions) => Promise<Outcome>;
};
