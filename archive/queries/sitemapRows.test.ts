/** What sitemaps ask of the archive grows with what they name, and not with the paper: rows and questions are counted. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putMany } from '#archive/articlesForTests';
import type { Database, SqlValue } from '#archive/database';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { monthsAt } from '#archive/queries/allMonths';
import { articlesOfMonth, changesInMonth, daysOf } from '#archive/queries/months';
import { membersOf, sizeOf } from '#archive/queries/members';
import { countNews, newsAt } from '#archive/queries/news';
import { periodsWithin } from '#archive/queries/periods';
import { openWindow, type Window } from '#archive/queries/window';

let newsroom: TestNewsroom;
let plain: Window;
beforeEach(async () => {
  newsroom = openTestNewsroom();
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n');
  newsroom.write('articles/2026/10/15/first.mdx', articleWith());
  await newsroom.publish();
  plain = openWindow(newsroom.dataDir, false);
});
afterEach(async () => {
  plain.close();
  await newsroom.close();
});

/** Four pieces a day from the summer of 2025 on: 1,800 of them, a hundred and twenty in a month. */
const fill = (): void => putMany(newsroom.dataDir, 1800, Date.parse('2025-07-22T06:00:00+03:00'), 6 * 3_600_000);

type Counted = { rows: number; questions: number; plans: string[] };

/** The window with a count of the questions that went through it and of the rows that came back. */
const counting = (): { window: Window; counted: Counted } => {
  const counted: Counted = { rows: 0, questions: 0, plans: [] };
  const note = <Row>(sql: string, values: readonly SqlValue[], rows: Row[]): Row[] => {
    counted.questions += 1;
    counted.rows += rows.length;
    const plan = plain.db().all<{ detail: string }>(`explain query plan ${sql}`, ...values);
    counted.plans.push(...plan.map(({ detail }) => detail));
    return rows;
  };
  const db = (): Database => ({
    ...plain.db(),
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => note(sql, values, plain.db().all<Row>(sql, ...values)),
    one: <Row>(sql: string, ...values: readonly SqlValue[]) => {
      const row = plain.db().one<Row>(sql, ...values);
      return note<Row>(sql, values, row === undefined ? [] : [row])[0];
    },
  });
  return { counted, window: { ...plain, db, counted: (_name, _now, count) => count() } };
};

const ofQuestions = (ask: (window: Window) => unknown): Counted => {
  const { window, counted } = counting();
  ask(window);
  return counted;
};

/** Walks over the articles themselves; a walk along an index that holds all that is asked costs a tenth of that. */
const walksOverArticles = ({ plans }: Counted): readonly string[] =>
  plans.filter((step) => /^SCAN a(rticle)?\b/.test(step) && !/USING (COVERING )?INDEX/.test(step));

test('the sitemap of a month looks at the articles of that month alone', () => {
  fill();
  const now = newsroom.now();
  const pieces = articlesOfMonth(plain, '/2026/09', 0, 1000, now);
  expect(pieces).toHaveLength(120);
  const asked = ofQuestions((window) => {
    daysOf(window, '/2026/09', now);
    articlesOfMonth(window, '/2026/09', 0, 1000, now);
  });
  expect(asked).toMatchObject({ rows: 120 + 30, questions: 2 });
  expect(asked.plans.filter((step) => step.startsWith('SCAN a'))).toEqual([]);
});

test('the news sitemap looks at the pieces of 48 hours alone', () => {
  fill();
  const now = newsroom.now();
  const asked = ofQuestions((window) => {
    countNews(window, now);
    newsAt(window, 0, 1000, now);
  });
  expect(asked.rows).toBe(1 + 8);
  expect(asked.plans.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test('the index asks one question of all months, and of the files of a month only where it has several', () => {
  fill();
  const now = newsroom.now();
  const asked = ofQuestions((window) => monthsAt(window, now));
  // Beside the months, until when they are so.
  expect(asked).toMatchObject({ questions: 2, rows: 16 + 1 });
  expect(walksOverArticles(asked)).toEqual([]);
  expect(ofQuestions((window) => changesInMonth(window, '/2026/09', 50, now))).toMatchObject({ questions: 1, rows: 3 });
});

test('years and months are counted by the size of months, and the days of a month by its articles', () => {
  fill();
  const now = newsroom.now();
  expect(periodsWithin(plain, '/', now)).toEqual([
    { address: '/2025', number: 2025, articles: 651 },
    { address: '/2026', number: 2026, articles: 1150 },
  ]);
  expect(periodsWithin(plain, '/2026', now)).toHaveLength(10);
  expect(periodsWithin(plain, '/2026/09', now).at(-1)).toEqual({ address: '/2026/09/30', number: 30, articles: 4 });
  expect(periodsWithin(plain, '/2026/09/30', now)).toEqual([]);
  const asked = ofQuestions((window) => ['/', '/2026', '/2026/09'].map((within) => periodsWithin(window, within, now)));
  // Twice the sizes of all sixteen months, with a look for hidden articles, and thirty days.
  expect(asked).toMatchObject({ questions: 5, rows: 2 * 16 + 30 });
  expect(asked.plans.filter((step) => / a USING /.test(step) && !/article_in_month|PRIMARY KEY/.test(step))).toEqual(
    [],
  );
});

test('sitemaps of lists count names, not articles, and hidden articles are taken off', () => {
  fill();
  const now = newsroom.now();
  for (const list of ['category', 'author', 'tag', 'series'] as const) {
    const asked = ofQuestions((window) => [membersOf(window, list, now), sizeOf(window, list, now)]);
    expect(asked.rows, list).toBeLessThanOrEqual(8);
    expect(
      asked.plans.filter(
        (step) => /^SCAN (a|l|article|article_listed)\b/.test(step) && !step.includes('article_latest'),
      ),
      list,
    ).toEqual([]);
  }
  const inAll = (list: 'author' | 'tag'): number =>
    membersOf(plain, list, now).reduce((sum, { articles }) => sum + articles, 0);
  expect([inAll('author'), inAll('tag')]).toEqual([1801, 1800]);
  const newest = newsroom.now() - 3 * 3_600_000;
  expect(sizeOf(plain, 'author', now)).toEqual({ articles: [1801], newest });
  expect(sizeOf(plain, 'tag', now)).toEqual({ articles: [600, 600, 600], newest: newest - 6 * 3_600_000 });
  // At the time of the first of all, the others are embargoed.
  const early = Date.parse('2025-07-22T06:00:00+03:00');
  expect(sizeOf(plain, 'tag', early)).toEqual({ articles: [1], newest: early });
  expect(membersOf(plain, 'tag', early)).toEqual([{ address: '/tag/tag-0', articles: 1, newest: early }]);
});

test('the size of a list follows its articles as they come, change and go', async () => {
  const tags = (): readonly unknown[] =>
    membersOf(plain, 'tag', newsroom.now()).map(({ address, articles }) => [address, articles]);
  const file = 'articles/2026/10/15/tagged.mdx';
  newsroom.write('articles/2026/10/15/first.mdx', articleWith({ tags: '[Bridges]' }));
  newsroom.write(file, articleWith({ headline: 'Another piece of news', tags: '[Bridges, Rivers]' }));
  await newsroom.publish();
  expect(tags()).toEqual([
    ['/tag/bridges', 2],
    ['/tag/rivers', 1],
  ]);
  newsroom.write(file, articleWith({ headline: 'Another piece of news', tags: '[Rivers, Boats]' }));
  await newsroom.publish();
  expect(tags()).toEqual([
    ['/tag/boats', 1],
    ['/tag/bridges', 1],
    ['/tag/rivers', 1],
  ]);
  newsroom.remove(file);
  await newsroom.publish();
  expect(tags()).toEqual([['/tag/bridges', 1]]);
});
