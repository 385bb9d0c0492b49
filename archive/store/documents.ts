/** Puts every other kind of document into the archive and takes it out again. */
import { plainOldAddress } from '#model/oldAddress';
import type { Author, Category, LiveEntry, Series, Video } from '#model/people';
import type { Database } from '#archive/database';
import type { PackedBody, PackedValue } from '#archive/desk';
import type { GoneLine, PhotoFacts } from '#archive/reading';
import { putArticle, takeArticle } from '#archive/store/articles';
import { noteSpelling } from '#archive/store/spelling';
import { putTurns, takeTurns } from '#archive/store/turns';

const putEntity = (
  db: Database,
  row: { kind: string; slug: string; file: string; sort: string; data: unknown; body?: PackedBody },
): void => {
  db.run(
    'insert or replace into entity (kind, slug, file, sort, data, body) values (?, ?, ?, ?, ?, ?)',
    row.kind,
    row.slug,
    row.file,
    row.sort,
    JSON.stringify(row.data),
    row.body ? JSON.stringify(row.body) : null,
  );
};

const putEntry = (db: Database, file: string, address: string, entry: LiveEntry): void => {
  db.run(
    'insert or replace into live_entry (file, address, at, data) values (?, ?, ?, ?)',
    file,
    address,
    entry.at,
    JSON.stringify(entry),
  );
};

/** The entries that stand in the body of the article `?1`, as a range of names: all others need not be looked at. `$` follows `#`. */
const inItsBody = "file >= ?1 || '#' and file < ?1 || '$'";

/** Entries that stand in the article's own body are kept under its file with their number. */
const putUpdates = (db: Database, file: string, address: string, updates: readonly LiveEntry[]): void => {
  db.run(`delete from live_entry where ${inItsBody}`, file);
  updates.forEach((entry, nth) => putEntry(db, `${file}#${nth}`, address, entry));
};

const putGone = (db: Database, lines: readonly GoneLine[]): void => {
  db.run('delete from gone');
  for (const line of lines) {
    const address = plainOldAddress(line.address);
    noteSpelling(db, address);
    db.run(
      'insert or replace into gone (address, on_moment, notice, show) values (?, ?, ?, ?)',
      address,
      line.on,
      line.notice ?? null,
      line.show,
    );
  }
};

const sortOf = (value: Author | Category | Series | Video): string => {
  if ('order' in value) return String(value.order + 1e9).padStart(16, '0');
  return 'name' in value
    ? value.name
    : 'publishedAt' in value
      ? String(value.publishedAt).padStart(16, '0')
      : value.title;
};

/** Puts the checked value of a document into the archive, in the place of its earlier version. */
export const putValue = (db: Database, file: string, value: PackedValue): void => {
  putTurns(db, file, value);
  switch (value.kind) {
    case 'article':
      putArticle(db, value.article, value.body);
      return putUpdates(db, file, value.article.address, value.updates ?? []);
    case 'live-entry':
      return putEntry(db, file, value.article, value.entry);
    case 'author':
      return putEntity(db, {
        kind: 'author',
        slug: value.author.slug,
        file,
        sort: sortOf(value.author),
        data: value.author,
        body: value.body,
      });
    case 'category':
      return putEntity(db, {
        kind: 'category',
        slug: value.category.slug,
        file,
        sort: sortOf(value.category),
        data: value.category,
      });
    case 'series':
      return putEntity(db, {
        kind: 'series',
        slug: value.series.slug,
        file,
        sort: sortOf(value.series),
        data: value.series,
      });
    case 'video':
      return putEntity(db, {
        kind: 'video',
        slug: value.video.slug,
        file,
        sort: sortOf(value.video),
        data: value.video,
        body: value.body,
      });
    case 'page':
      return putEntity(db, {
        kind: 'page',
        slug: value.page.slug,
        file,
        sort: value.page.title,
        data: value.page,
        body: value.body,
      });
    case 'photo-facts':
      return putEntity(db, {
        kind: 'photo-facts',
        slug: value.picture,
        file,
        sort: '',
        data: value.facts satisfies PhotoFacts,
      });
    case 'front':
      return void db.run(
        'insert or replace into setting (name, value) values (?, ?)',
        'front',
        JSON.stringify(value.plan),
      );
    case 'gone':
      return putGone(db, value.lines);
  }
};

/** Takes the document of a file out of the archive, whatever kind it was. */
export const takeValue = (db: Database, file: string): void => {
  takeArticle(db, file);
  takeTurns(db, file);
  db.run(`delete from live_entry where file = ?1 or ${inItsBody}`, file);
  db.run('delete from entity where file = ?', file);
  if (file === 'fronts/home.yaml') db.run("delete from setting where name = 'front'");
  if (file === 'gone.yaml') db.run('delete from gone');
};
