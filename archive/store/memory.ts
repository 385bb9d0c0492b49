/** What the archive remembers of addresses that were once public: they redirect or answer 410, and are never just lost. */
import type { Database } from '#archive/database';
import { areAlike, sketchOf } from '#archive/store/likeness';
import type { Moment } from '#model/moment';

/** What makes a piece known again under another name. */
export type Traits = {
  /** Of the whole file. */
  readonly hash: string;
  /** Of the plain text; empty where there is none. */
  readonly bodyHash: string;
  /** Headline and authors. */
  readonly headlineKey: string;
};

/** An article that has been taken out of `content/`, as the archive knew it. */
export type Leaver = Traits & {
  readonly address: string;
  /** Old addresses that led to it. */
  readonly aliases: readonly string[];
  readonly sketch: string;
};

/** An article that was public and is about to be taken out; `undefined` where the file was none. */
export const leaverOf = (db: Database, file: string, now: Moment): Leaver | undefined => {
  const row = db.one<Traits & { address: string; text: string }>(
    `select a.address, d.hash, a.body_hash as bodyHash, a.headline_key as headlineKey, w.text
     from article a left join document d on d.file = a.file left join words w on w.id = a.id
     where a.file = ? and a.public_from <= ?`,
    file,
    now,
  );
  if (!row) return undefined;
  const { text, ...known } = row;
  const aliases = db
    .all<{ address: string }>("select address from claim where file = ? and how = 'alias'", file)
    .map((claim) => claim.address);
  return { ...known, aliases, sketch: sketchOf(text) };
};

/** A file that has come, as it may be known again. */
export type Newcomer = Traits & { readonly address: string; readonly text: string };
/** A piece that was public and has been taken out. */
export type Departed = Traits & { readonly address: string; readonly at: Moment; readonly sketch: string };

/** So long after a deletion a file with the same headline, or with much of the same words, is still the same piece renamed. */
export const renamedWithin = 60 * 60_000;
/** Pairs of texts that are compared at most in one edition: a whole year moved at once is known by its words alone. */
export const mostCompared = 4000;
/** Deletions at once for which copies made earlier are looked for: each costs a look at every article. */
const mostTwins = 20;

const newcomersOf = (db: Database, newFiles: ReadonlySet<string>): Newcomer[] =>
  [...newFiles].flatMap((file) => {
    if (!file.startsWith('articles/')) return [];
    const found = db.one<Newcomer>(
      `select a.address, d.hash, a.body_hash as bodyHash, a.headline_key as headlineKey, w.text
       from article a join document d on d.file = a.file join words w on w.id = a.id where a.file = ?`,
      file,
    );
    return found ? [found] : [];
  });

const departedAmong = (db: Database): Departed[] =>
  db.all<Departed>(
    `select address, at, hash, body_hash as bodyHash, headline_key as headlineKey, sketch from memory
     where became = 'deleted' and hash is not null and address not in (select address from article)`,
  );

/** The twin of a deleted file: a copy that was made before its original was deleted has taken its place. */
const twinOf = (db: Database, { hash, bodyHash, headlineKey }: Traits): string | undefined =>
  db.one<{ address: string }>(
    `select a.address from article a join document d on d.file = a.file
     where d.hash = ?1 or (a.body_hash = ?2 and ?2 <> '' and a.headline_key = ?3) order by d.hash = ?1 desc, a.id desc limit 1`,
    hash,
    bodyHash,
    headlineKey,
  )?.address;

/** Writes down that an address became another. One hop for ever: what led to the old address leads to the new one. */
const noteMove = (db: Database, from: string, to: string): readonly string[] => {
  const followers = db.all<{ address: string }>('select address from memory where moved_to = ?', from);
  db.run("update memory set became = 'moved', moved_to = ? where address = ?", to, from);
  db.run('update memory set moved_to = ? where moved_to = ?', to, from);
  return [from, ...followers.map(({ address }) => address)];
};

const write = (db: Database, leaver: Leaver, now: Moment): void => {
  db.run(
    `insert or replace into memory (address, became, at, moved_to, hash, body_hash, headline_key, sketch)
     values (?, 'deleted', ?, null, ?, ?, ?, ?)`,
    leaver.address,
    now,
    leaver.hash,
    leaver.bodyHash,
    leaver.headlineKey,
    leaver.sketch,
  );
  for (const alias of leaver.aliases) {
    db.run(
      "insert or replace into memory (address, became, at, moved_to) values (?, 'moved', ?, ?)",
      alias,
      now,
      leaver.address,
    );
  }
};

/** Finds the newcomer that a departed piece is. */
export type Recognition = (departed: Departed, now: Moment) => Newcomer | undefined;

const wordsKey = ({ bodyHash, headlineKey }: Traits): string | undefined =>
  bodyHash === '' ? undefined : `${bodyHash} ${headlineKey}`;

/**
 * The same bytes, or the same words under the same headline, are known again at any time; what was edited as well only within
 * an hour, since tomorrow's weather has today's headline.
 */
export const recognitionAmong = (newcomers: readonly Newcomer[], compared: boolean): Recognition => {
  const by = (key: (newcomer: Newcomer) => string | undefined): Map<string | undefined, Newcomer> =>
    new Map(newcomers.map((newcomer) => [key(newcomer), newcomer]));
  const [byHash, byWords] = [by(({ hash }) => hash), by(wordsKey)];
  const [byBody, byHeadline] = [by(({ bodyHash }) => bodyHash), by(({ headlineKey }) => headlineKey)];
  const sketches = compared ? newcomers.map(({ text }) => sketchOf(text)) : [];
  return (departed, now) => {
    const words = wordsKey(departed);
    const same = byHash.get(departed.hash) ?? (words === undefined ? undefined : byWords.get(words));
    if (same || now - departed.at > renamedWithin) return same;
    const sameBody = departed.bodyHash === '' ? undefined : byBody.get(departed.bodyHash);
    const alike = sketches.findIndex((sketch) => areAlike(departed.sketch, sketch));
    return sameBody ?? byHeadline.get(departed.headlineKey) ?? newcomers[alike];
  };
};

/**
 * Remembers where the leavers went, and recognises files that were deleted in an earlier edition under their new name.
 * Answers with the addresses whose standing changed. An address that comes back to life needs no memory while it lives.
 */
export const remember = (
  db: Database,
  leavers: readonly Leaver[],
  newFiles: ReadonlySet<string>,
  now: Moment,
): readonly string[] => {
  for (const leaver of leavers) write(db, leaver, now);
  const changed = leavers.flatMap(({ aliases }) => aliases);
  const departed = newFiles.size > 0 || leavers.length > 0 ? departedAmong(db) : [];
  const newcomers = departed.length > 0 ? newcomersOf(db, newFiles) : [];
  const recognised = recognitionAmong(newcomers, departed.length * newcomers.length <= mostCompared);
  const left = new Set(leavers.length <= mostTwins ? leavers.map(({ address }) => address) : []);
  for (const each of departed) {
    const became = recognised(each, now)?.address ?? (left.has(each.address) ? twinOf(db, each) : undefined);
    if (became !== undefined) changed.push(...noteMove(db, each.address, became));
  }
  db.run('delete from memory where address = moved_to');
  return changed;
};
