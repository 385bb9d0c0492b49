/** Numbers the states of the whole publication; each names the addresses that it changes. */
import type { Database } from '#archive/database';
import { nameFirstAddresses } from '#archive/store/firstAddress';
import { everyPage } from '#archive/store/changes';
import type { Stock } from '#archive/store/stock';
import { turnedBetween } from '#archive/store/turns';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';
import { newsAddresses, newsFor } from '#model/news';

/** What an edition is and what it changed. */
export type EditionNote = {
  /** From 1. */
  readonly number: number;
  readonly at: Moment;
  /** False where nothing had changed: then this is the edition that stands already. */
  readonly made: boolean;
  /** Addresses of changed articles and of the lists that can show them; `*` stands for every page. */
  readonly changes: readonly Address[];
  /** Articles among the changes that the public may not see in this edition: taken down, moved, or not published yet. */
  readonly removed: readonly Address[];
  /** Documents in the content folder, and how many of them were read anew. */
  readonly documents: number;
  readonly read: number;
  /** Files that have problems now. */
  readonly withProblems: readonly string[];
};

/** Editions whose changes are kept, for processes that missed some. */
const kept = 1000;

/** The edition that stands. */
export const latestEdition = (db: Database): { number: number; at: Moment } =>
  db.one<{ number: number; at: Moment }>('select number, at from edition order by number desc limit 1') ?? {
    number: 0,
    at: 0,
  };

/** Addresses of articles among some changes that are not public at a moment. */
const removedAmong = (db: Database, changes: readonly Address[], now: Moment): Address[] =>
  db
    .all<{ address: string }>(
      `select value as address from json_each(?1) where value glob '/[0-9]*/*/*/*' and not exists
         (select 1 from article a where a.address = value and a.public_from <= ?2 and a.public_until > ?2)`,
      JSON.stringify(changes),
      now,
    )
    .map((row) => row.address);

/** What the edition that stands changed: for a publisher that died before it could tell of it. */
const changesOf = (db: Database, number: number): Address[] => {
  const row = db.one<{ changes: string }>('select changes from edition where number = ?', number);
  // What this file wrote itself.
  return row ? (JSON.parse(row.changes) as Address[]) : [];
};

/** Whether a public piece stopped being news between two moments: it leaves the news sitemap, and nothing else changes. */
const agedOut = (db: Database, from: Moment, until: Moment): boolean =>
  db.one(
    `select 1 as one from article
     where published_at > ?1 - ?3 and published_at <= ?2 - ?3 and public_from <= ?2 and public_until > ?1 limit 1`,
    from,
    until,
    newsFor,
  ) !== undefined;

/** Days and articles: so many that nobody could ask for all of them; a list, a month or a year stands for them. */
const isSmall = (address: Address): boolean => /^\/\d{4}\/\d\d\//.test(address);

/** When each list last changed. The first edition is only the building of the archive: it changes no words. */
const noteMoments = (db: Database, changes: readonly Address[], now: Moment): void => {
  for (const address of changes.filter((change) => !isSmall(change)))
    db.run('insert or replace into changed (address, at) values (?, ?)', address, now);
};

/** Sections in which readers find something stand on every page; answers whether they are others than before. */
const sectionsChanged = (db: Database, now: Moment): boolean => {
  const rows = db.all<{ slug: string }>(
    `select e.slug from entity e where e.kind = 'category' and exists
       (select 1 from article a where a.category = e.slug and a.public_from <= ?1 and a.public_until > ?1) order by e.slug`,
    now,
  );
  const sections = rows.map(({ slug }) => slug).join(' ');
  const before = db.one<{ value: string }>("select value from setting where name = 'sections'")?.value;
  if (before === sections) return false;
  db.run("insert or replace into setting (name, value) values ('sections', ?)", sections);
  return true;
};

/** Writes the next edition where something changed; otherwise answers with the one that stands. */
export const makeEdition = (db: Database, stock: Stock, now: Moment): EditionNote => {
  const last = latestEdition(db);
  if (last.number > 0) for (const file of turnedBetween(db, last.at, now)) stock.changes.file(db, file);
  if (last.number > 0 && agedOut(db, last.at, now)) for (const address of newsAddresses) stock.changes.add(address);
  if (sectionsChanged(db, now) && last.number > 0) stock.changes.add(everyPage);
  nameFirstAddresses(db, stock.changes.addresses, now);
  const changes = [...stock.changes.addresses].sort();
  const made = changes.length > 0 || last.number === 0;
  const note = { documents: stock.documents, read: stock.read, withProblems: stock.withProblems };
  if (!made) {
    const stood = changesOf(db, last.number);
    return { ...last, made, changes: stood, removed: removedAmong(db, stood, now), ...note };
  }
  const number = last.number + 1;
  db.run('insert into edition (number, at, changes) values (?, ?, ?)', number, now, JSON.stringify(changes));
  if (last.number > 0) noteMoments(db, changes, now);
  db.run('delete from edition where number <= ?', number - kept);
  return { number, at: now, made, changes, removed: removedAmong(db, changes, now), ...note };
};
