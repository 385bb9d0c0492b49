/** From what git tells of files to what became of their addresses, by the rules of the archive's own memory. */
import { hashOf, type PackedReading } from '#archive/desk';
import type { Commit, FileEvent } from '#archive/history/readLog';
import type { ReadVersion, Version } from '#archive/history/pastVersion';
import { headlineKeyOf } from '#archive/store/articles';
import { sketchOf } from '#archive/store/likeness';
import { mostCompared, recognitionAmong, renamedWithin, type Departed, type Newcomer } from '#archive/store/memory';
import type { Address, Article } from '#model/article';
import type { Moment } from '#model/moment';
import { plainOldAddress } from '#model/oldAddress';

/** What became of an address that was public once. */
export type Became = { readonly at: Moment; readonly movedTo?: Address };

/** All that history knows of addresses. */
export type PastAddresses = {
  /** Addresses whose file was moved away or deleted. */
  readonly became: ReadonlyMap<Address, Became>;
  /** The oldest address of pieces that were renamed, by the one they had at last. */
  readonly first: ReadonlyMap<Address, Address>;
};

/** A version with the moment at which the next one took its place. */
type Stood = Version & { readonly until: Moment };

/** Versions looked at where the last ones were broken: the public saw the last good one. */
const mostBack = 4;

const addressOf = (file: string): Address => file.slice('articles'.length, -'.mdx'.length);

/** Newcomers that are read at most in one commit: a whole paper that is brought in is no rename. */
const mostNew = 500;

/** The versions that must be read to follow the addresses through some commits, the latest last. */
export const versionsNeeded = (commits: readonly Commit[]): Version[] => {
  const needed = new Map<string, Version>();
  const past = new Map<string, Version[]>();
  let lastLoss = -Infinity;
  const need = (version: Version): void => void needed.set(`${version.blob} ${version.file}`, version);
  for (const { at, events } of commits) {
    if (events.some(({ did }) => did === 'go')) lastLoss = at;
    for (const event of events) {
      const versions = past.get(event.did === 'rename' ? event.from : event.file) ?? [];
      if (event.did === 'go' || event.did === 'rename') versions.forEach(need);
      if (event.did === 'rename') past.delete(event.from);
      if (event.did === 'go') past.delete(event.file);
      else past.set(event.file, [...versions, { file: event.file, blob: event.blob }].slice(-mostBack));
    }
    const comers = events.filter(({ did }) => did === 'come');
    if (at - lastLoss <= renamedWithin && comers.length <= mostNew)
      for (const { file, blob } of comers) need({ file, blob });
  }
  return [...needed.values()];
};

const articleIn = (reading: PackedReading | undefined) =>
  reading?.value?.kind === 'article' ? { article: reading.value.article, text: reading.value.body.text } : undefined;

type Known = { readonly article: Article; readonly text: string };

/**
 * What the public saw last of a file, where it saw anything: the last version without problems, unless one after it was
 * taken down, it was a draft, or it was still under embargo when it broke.
 */
const lastSeen = (versions: readonly Stood[], read: ReadVersion): Known | undefined => {
  for (const version of versions.toReversed()) {
    const reading = read(version);
    const known = articleIn(reading);
    if (known) return !known.article.draft && known.article.publishedAt <= version.until ? known : undefined;
    if (!reading || reading.takeDown?.sign === 'draft') return undefined;
  }
  return undefined;
};

const traitsOf = (blob: string, { article, text }: Known) => ({
  hash: blob,
  bodyHash: text === '' ? '' : hashOf(Buffer.from(text)),
  headlineKey: headlineKeyOf(article),
});

const newcomerOf = ({ file, blob }: Version, read: ReadVersion): Newcomer => {
  const known = articleIn(read({ file, blob }));
  const traits = known ? traitsOf(blob, known) : { hash: blob, bodyHash: '', headlineKey: `unread ${file}` };
  return { ...traits, address: addressOf(file), text: known?.text ?? '' };
};

const dated = /^\/\d{4}\/\d\d\/\d\d\/[^/?#]+$/;

/** The state of addresses while history is followed. */
type Ledger = {
  readonly read: ReadVersion;
  readonly became: Map<Address, Became>;
  readonly first: Map<Address, Address>;
  /** The latest versions of each file that is there, by file. */
  readonly versions: Map<string, readonly Came[]>;
  /** Pieces that were deleted and may come back under another name. */
  readonly departed: Map<Address, Departed>;
};

/** A version with the moment at which it came. */
type Came = Version & { readonly at: Moment };

/** The versions of a file, each with the moment at which it was replaced. */
const stood = ({ versions }: Ledger, file: string, at: Moment): Stood[] =>
  (versions.get(file) ?? []).map((version, nth, all) => ({ ...version, until: all[nth + 1]?.at ?? at }));

const firstOf = ({ first }: Ledger, address: Address, aliases: readonly Address[]): Address =>
  first.get(address) ?? aliases.find((alias) => dated.test(alias)) ?? address;

const move = (
  ledger: Ledger,
  from: Address,
  to: Became & { readonly movedTo: Address },
  aliases: readonly Address[],
): void => {
  const { became, first, departed } = ledger;
  became.set(from, to);
  for (const [old, { movedTo, at }] of became) if (movedTo === from) became.set(old, { at, movedTo: to.movedTo });
  first.set(to.movedTo, firstOf(ledger, from, aliases));
  first.delete(from);
  departed.delete(from);
};

const leave = (ledger: Ledger, event: FileEvent, at: Moment): void => {
  if (event.did !== 'go' && event.did !== 'rename') return;
  const file = event.did === 'rename' ? event.from : event.file;
  const [address, seen] = [addressOf(file), lastSeen(stood(ledger, file, at), ledger.read)];
  if (!seen) return;
  const { aliases } = seen.article;
  if (event.did === 'rename') return move(ledger, address, { at, movedTo: addressOf(event.file) }, aliases);
  ledger.became.set(address, { at });
  for (const alias of aliases) ledger.became.set(plainOldAddress(alias), { at, movedTo: address });
  ledger.departed.set(address, { ...traitsOf(event.blob, seen), address, at, sketch: sketchOf(seen.text) });
  ledger.first.set(address, firstOf(ledger, address, aliases));
};

/** Notes the new versions, all at once: two files may have taken each other's names. */
const arrive = ({ versions, became, departed, first }: Ledger, { at, events }: Commit): void => {
  const next = events.flatMap((event): [string, Came[]][] => {
    if (event.did === 'go') return [];
    const before = versions.get(event.did === 'rename' ? event.from : event.file) ?? [];
    return [[event.file, [...before, { file: event.file, blob: event.blob, at }].slice(-mostBack)]];
  });
  for (const event of events)
    if (event.did !== 'change') versions.delete(event.did === 'rename' ? event.from : event.file);
  for (const [file, all] of next) versions.set(file, all);
  for (const event of events) {
    if (event.did !== 'come' && event.did !== 'rename') continue;
    const address = addressOf(event.file);
    became.delete(address);
    departed.delete(address);
    if (event.did === 'come') first.delete(address);
  }
};

/** Files that were deleted are known again under another name, as the archive knows them. */
const recognise = (ledger: Ledger, comers: readonly Version[], at: Moment): void => {
  if (comers.length === 0 || ledger.departed.size === 0) return;
  const newcomers = comers.map(({ file, blob }) => newcomerOf({ file, blob }, ledger.read));
  const departed = [...ledger.departed.values()];
  const recognised = recognitionAmong(newcomers, departed.length * newcomers.length <= mostCompared);
  for (const each of departed) {
    const became = recognised(each, at)?.address;
    if (became !== undefined && became !== each.address)
      move(ledger, each.address, { at: each.at, movedTo: became }, []);
  }
};

/** Follows the addresses through all commits, the oldest first. */
export const pastAddresses = (commits: readonly Commit[], read: ReadVersion): PastAddresses => {
  const ledger: Ledger = {
    read,
    became: new Map(),
    first: new Map(),
    versions: new Map(),
    departed: new Map(),
  };
  for (const commit of commits) {
    for (const event of commit.events) leave(ledger, event, commit.at);
    arrive(ledger, commit);
    recognise(
      ledger,
      commit.events.filter(({ did }) => did === 'come'),
      commit.at,
    );
  }
  return ledger;
};
