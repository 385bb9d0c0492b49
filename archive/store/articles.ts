/** Puts articles into the archive and takes them out again. */
import type { Article } from '#model/article';
import { minutesToRead } from '#model/body';
import type { PackedBody } from '#archive/desk';
import { hashOf } from '#archive/desk';
import type { Database } from '#archive/database';
import { openHoursOf } from '#archive/store/gate';

/** What makes two files the same piece under another name: the words of the headline and who wrote it. */
export const headlineKeyOf = (article: Pick<Article, 'headline' | 'authors'>): string =>
  `${article.headline.toLocaleLowerCase()} / ${article.authors.join(' ')}`;

/** The last change of substance: what sitemaps and feeds call modified. */
const changedAt = (article: Article): number =>
  Math.max(
    article.publishedAt,
    article.updatedAt ?? article.publishedAt,
    ...article.corrections.map((correction) => correction.on),
  );

const putWords = (db: Database, id: number, article: Article, text: string): void => {
  const standfirst = article.standfirst ?? '';
  db.run(
    'insert into words (id, headline, standfirst, text) values (?, ?, ?, ?)',
    id,
    article.headline,
    standfirst,
    text,
  );
  db.run(
    'insert into search (rowid, headline, standfirst, text) values (?, ?, ?, ?)',
    id,
    article.headline,
    standfirst,
    text,
  );
};

const takeWords = (db: Database, id: number): void => {
  // An external-content index forgets a text only when it is told the very words that it learned.
  db.run(
    `insert into search (search, rowid, headline, standfirst, text)
     select 'delete', id, headline, standfirst, text from words where id = ?`,
    id,
  );
  db.run('delete from words where id = ?', id);
};

const listSql =
  'insert or ignore into article_listed (list, name, published_at, id, part, label) values (?, ?, ?, ?, ?, ?)';

const putLists = (db: Database, id: number, article: Article): void => {
  const at = article.publishedAt;
  for (const author of article.authors) db.run(listSql, 'author', author, at, id, null, null);
  for (const tag of article.tags) db.run(listSql, 'tag', tag.slug, at, id, null, tag.name);
  if (article.series) db.run(listSql, 'series', article.series.of, at, id, article.series.part ?? null, null);
  article.corrections.forEach((correction, nth) => {
    db.run('insert into correction (id, nth, on_moment) values (?, ?, ?)', id, nth, correction.on);
  });
};

const rowSql = `insert into article
  (id, file, address, kind, category, published_at, changed_at, public_from, public_until, minutes, body_hash,
   headline_key, data)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const idOf = (db: Database, file: string): number | undefined =>
  db.one<{ id: number }>('select id from article where file = ?', file)?.id;

/** Takes an article and all that hangs on it out of the archive. */
export const takeArticle = (db: Database, file: string): void => {
  const id = idOf(db, file);
  if (id === undefined) return;
  takeWords(db, id);
  db.run('delete from article_listed where id = ?', id);
  db.run('delete from correction where id = ?', id);
  db.run('delete from body where id = ?', id);
  db.run('delete from article where id = ?', id);
};

/**
 * Puts a checked article in, in the place of its earlier version, whose number it keeps: of two pieces of one minute the
 * one that was edited must not come first for that.
 */
export const putArticle = (db: Database, article: Article, body: PackedBody): void => {
  const before = idOf(db, article.file);
  takeArticle(db, article.file);
  const { from, until } = openHoursOf(article);
  const id = db.run(
    rowSql,
    before ?? null,
    article.file,
    article.address,
    article.kind,
    article.category,
    article.publishedAt,
    changedAt(article),
    from,
    until,
    minutesToRead(article.words),
    body.text === '' ? '' : hashOf(Buffer.from(body.text)),
    headlineKeyOf(article),
    JSON.stringify(article),
  );
  const { tree, text, ...facts } = body;
  db.run('insert into body (id, tree, facts) values (?, ?, ?)', id, tree, JSON.stringify(facts));
  putWords(db, id, article, text);
  putLists(db, id, article);
};
