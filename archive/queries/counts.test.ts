/** Counts are worked out once for an edition, and are never those of another moment. */
import Libsql from 'libsql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openArchive } from '#archive/archive';
import { openForReading } from '#archive/database';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { supplyFor } from '#archive/queries/front';
import { kindList } from '#archive/queries/lists';
import { openAt, openValues, openWindow } from '#archive/queries/window';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const total = (): number => newsroom.archive.latest(1, 1, newsroom.now()).total;
const days = (): readonly string[] =>
  newsroom.archive.periods('/2026/10', newsroom.now()).map(({ address }) => address);

test('a count turns at the moment of an embargo, and turns back with the clock, though nobody made an edition', async () => {
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith());
  newsroom.write('articles/2026/10/16/later.mdx', articleWith({ publishedAt: '2026-10-16 06:00' }));
  await newsroom.publish();
  const seen = (iso: string) => {
    newsroom.setClock(iso);
    return [total(), days()];
  };
  const before = [1, ['/2026/10/15']];
  const after = [2, ['/2026/10/15', '/2026/10/16']];
  expect(seen('2026-10-16T05:59:59+03:00')).toEqual(before);
  expect(seen('2026-10-16T06:00:00+03:00')).toEqual(after);
  expect(seen('2026-10-16T05:59:59+03:00')).toEqual(before);
});

test('a count is that of the edition which stands', async () => {
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith());
  await newsroom.publish();
  expect(total()).toBe(1);
  newsroom.write('articles/2026/10/15/second.mdx', articleWith({ headline: 'The second bridge opens on Friday' }));
  await newsroom.publish();
  expect(total()).toBe(2);
});

test('words that stand in hundreds of headlines relate nothing; a word that few have does', async () => {
  for (let nth = 0; nth < 210; nth += 1) {
    const rare = nth === 3 || nth === 150 ? 'Zanzibar' : 'harbour';
    newsroom.write(
      `articles/2026/10/14/piece-${nth}.mdx`,
      articleWith({
        headline: `Council meets about ${rare}`,
        category: `section-${nth}`,
        publishedAt: '2026-10-14 06:00',
      }),
    );
  }
  await newsroom.publish();
  const { archive } = newsroom;
  const relatedOf = (address: string): readonly string[] => {
    const article = archive.teaser(address, newsroom.now());
    return article ? archive.relatedTo(article, 4, newsroom.now()).map((related) => related.address) : ['not public'];
  };
  expect(relatedOf('/2026/10/14/piece-3')).toEqual(['/2026/10/14/piece-150']);
  expect(relatedOf('/2026/10/14/piece-7')).toEqual([]);
});

test('lists are counted without what the public may not see, at every moment', async () => {
  const piece = (
    slug: string,
    fields: Readonly<Record<string, string>>,
    file = `articles/2026/10/15/${slug}.mdx`,
  ): void =>
    newsroom.write(
      file,
      articleWith({
        headline: `The ${slug} piece of the morning paper`,
        tags: '[Bridges]',
        corrections: '[{ on: 2026-10-15 07:00, text: An earlier version gave a wrong number. }]',
        ...fields,
      }),
    );
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n');
  piece('open', {});
  piece('short-lived', { expiresAt: '2026-10-15 12:00' });
  piece('draft', { draft: 'true' });
  piece('withdrawn', { withdrawn: '{ on: 2026-10-15 08:00, reason: It was wrong. }' });
  piece('late', { publishedAt: '2026-10-15 10:00', corrections: '[]' });
  await newsroom.publish();
  const counted = (iso: string): unknown => {
    newsroom.setClock(iso);
    const [{ archive }, at] = [newsroom, newsroom.now()];
    return {
      author: archive.byAuthor('amina-wafula', 1, 20, at).total,
      authors: archive.authors(at).map(({ slug, articles }) => [slug, articles]),
      tag: archive.tagged('bridges', 1, 20, at).total,
      tags: archive.tags(at).map(({ name, articles }) => [name, articles]),
      corrections: archive.corrections(1, 20, at).total,
    };
  };
  const of = (articles: number, corrections: number): unknown => ({
    author: articles,
    authors: articles > 0 ? [['amina-wafula', articles]] : [],
    tag: articles,
    tags: articles > 0 ? [['Bridges', articles]] : [],
    corrections,
  });
  expect(counted('2026-10-15T05:59:00+03:00')).toEqual(of(0, 0));
  expect(counted('2026-10-15T06:30:00+03:00')).toEqual(of(3, 0));
  expect(counted('2026-10-15T09:00:00+03:00')).toEqual(of(2, 2));
  expect(counted('2026-10-15T11:00:00+03:00')).toEqual(of(3, 2));
  expect(counted('2026-10-15T13:00:00+03:00')).toEqual(of(2, 1));
});

test('a question looks once whether there is a new edition, however many articles it answers with', async () => {
  for (let nth = 0; nth < 30; nth += 1)
    newsroom.write(
      `articles/2026/10/15/piece-${nth}.mdx`,
      articleWith({ headline: `Piece number ${nth} of thirty pieces` }),
    );
  await newsroom.publish();
  const { archive } = newsroom;
  archive.latest(1, 30, newsroom.now());
  await Promise.resolve();
  // Whether there is a new edition is a question for one row, like a count.
  const statements = Object.getPrototypeOf(new Libsql(':memory:').prepare('select 1')) as Libsql.Statement;
  const looks = vi.spyOn(statements, 'get');
  expect(archive.latest(1, 30, newsroom.now()).items).toHaveLength(30);
  expect(looks).toHaveBeenCalledTimes(1);
  // The next question looks again: an edition may have been made meanwhile.
  await Promise.resolve();
  archive.latest(1, 30, newsroom.now());
  expect(looks).toHaveBeenCalledTimes(2);
  looks.mockRestore();
});

test('the last of the years is that of the newest public article, at the second', async () => {
  const year = (): unknown => newsroom.archive.periods('/', newsroom.now()).at(-1)?.address;
  expect(await newsroom.publish().then(year)).toBeUndefined();
  newsroom.write('articles/2025/12/31/old.mdx', articleWith({ publishedAt: '2025-12-31 06:00' }));
  newsroom.write('articles/2027/01/01/later.mdx', articleWith({ publishedAt: '2027-01-01 00:00' }));
  newsroom.write('articles/2026/10/15/draft.mdx', articleWith({ draft: 'true' }));
  await newsroom.publish();
  expect(year()).toBe('/2025');
  newsroom.setClock('2027-01-01T00:00:00+03:00');
  expect(year()).toBe('/2027');
  expect(newsroom.archive.periods('/', newsroom.now())).toEqual([
    { address: '/2025', number: 2025, articles: 1 },
    { address: '/2027', number: 2027, articles: 1 },
  ]);
});

test('what every page asks after an edition walks through no table, however large the archive', async () => {
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith({ aliases: '[/?p=4711]', tags: '[Bridges]' }));
  newsroom.write('articles/2026/10/15/second.mdx', articleWith({ headline: 'The second bridge opens on Friday' }));
  await newsroom.publish();
  const prepare = vi.spyOn(Libsql.prototype, 'prepare');
  const [archive, now] = [openArchive({ dataDir: newsroom.dataDir }), newsroom.now()];
  expect([...archive.aliasParameters()]).toEqual(['p']);
  const piece = archive.article('/2026/10/15/bridge', now);
  if (piece) archive.relatedTo(piece.article, 4, now);
  archive.standing('/2026/10/15/bridge', now);
  archive.periods('/', now);
  archive.sections(now);
  archive.front(now);
  const statements = new Set(prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^\s*select/i.test(sql)));
  prepare.mockRestore();
  archive.close();
  const db = openForReading(newsroom.dataDir);
  const walks = [...statements].flatMap((sql) =>
    db
      .all<{ detail: string }>(`explain query plan ${sql}`)
      .filter(({ detail }) => /^SCAN (?!edition|setting|entity|sqlite_)/.test(detail))
      // The order of the list itself, which ends at its limit; indexes of old addresses with queries, which hold nothing else; full text.
      .filter(({ detail }) => !/article_latest|_with_query|VIRTUAL TABLE|\bs\b|CONSTANT ROW|subquery/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`),
  );
  db.close();
  expect(statements.size).toBeGreaterThan(5);
  expect(walks).toEqual([]);
});

test('the newest opinions of a front are found without a look at what is none, and in the order of all lists', async () => {
  for (const [name, kind, day] of [
    ['first', 'opinion', '12'],
    ['second', 'letters', '13'],
    ['third', 'opinion', '14'],
  ]) {
    newsroom.write(
      `articles/2026/10/${day}/${name}.mdx`,
      articleWith({ headline: `The ${name} view of the harbour bridge`, kind, publishedAt: `2026-10-${day} 06:00` }),
    );
  }
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith());
  await newsroom.publish();
  const window = openWindow(newsroom.dataDir, false);
  const found = supplyFor(window, newsroom.now()).ofKinds(['opinion', 'editorial', 'letters'], 2);
  expect(found.map(({ address }) => address)).toEqual(['/2026/10/14/third', '/2026/10/13/second']);
  const { where, order } = kindList('opinion');
  const plan = window
    .db()
    .all<{ detail: string }>(
      `explain query plan select a.id, a.data from article a where ${where} ${openAt} order by ${order} limit 2`,
      'opinion',
      ...openValues(window, newsroom.now()),
    );
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('INDEX article_of_kind (kind=?)')]);
  window.close();
});
