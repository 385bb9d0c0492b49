/** The state of a round of the mirror: what it works with, what it knows of, what is still wanted, what failed. */
import type { Archive } from '#archive/questions';
import type { StaticFile } from '#edge/staticFiles';
import type { Due } from '#mirror/changes';
import type { Disk } from '#mirror/disk';
import type { Itinerary } from '#mirror/itinerary';
import type { Keeping } from '#mirror/keeping';
import type { Ledger, Maker } from '#mirror/ledger';
import type { Scan } from '#mirror/references';
import type { RenderingHouse } from '#mirror/renderingHouse';
import type { Moment } from '#model/moment';

/** What a round works with. */
export type RoundPlace = {
  readonly archive: Archive;
  readonly house: Pick<RenderingHouse, 'ask'>;
  readonly ledger: Ledger;
  readonly disk: Disk;
  readonly keeping: Keeping;
  /** Styles, fonts, icons: files that are not asked for. */
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly scan: Scan;
  readonly maker: Maker;
  readonly now: () => Moment;
  /** Newest articles whose share cards are drawn. */
  readonly cards: number;
  /** Whether addresses that were taken down are listed. */
  readonly listGone: boolean;
  /** No more is asked for; what is noted stands, and the next run goes on from there. */
  readonly stopped: AbortSignal;
  /** Told of each address that is done, and how many are known. */
  readonly progress: (done: number, known: number) => void;
};

/** A file that could not be had; the older one lies there still, unless it held what was taken down. */
export type Failure = { readonly address: string; readonly why: string };

/** The state of a round. */
export type Round = RoundPlace & {
  readonly at: Moment;
  readonly due: Due;
  readonly holders: ReadonlySet<string>;
  /** Articles whose cards are drawn. */
  readonly withCard: ReadonlySet<string>;
  readonly itinerary: Itinerary;
  readonly failures: Failure[];
  readonly count: { asked: number; unchanged: number; done: number; inARow: number; cardsLeftOut: boolean };
};

/** Wants all that the file of an address names. */
export const wantNamed = ({ ledger, itinerary }: Round, address: string): void => {
  const { numberOf, names } = ledger.relations();
  names.each(numberOf(address), itinerary.wantNumber);
};

/** The words of a fault. */
export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Notes that an address could not be had: its older file stays, unless it named what was taken down. */
export const fail = (round: Round, address: string, why: string): void => {
  const { ledger, keeping, holders, failures } = round;
  if (!ledger.entries.has(address)) return void failures.push({ address, why });
  // What it led to is still led to, as far as anybody knows.
  wantNamed(round, address);
  if (!holders.has(address)) {
    failures.push({ address, why });
    return ledger.putLate(address);
  }
  // Taking down always wins over keeping up.
  keeping.drop(address);
  failures.push({ address, why: `${why}; its file named what was taken down, so it was removed` });
};
