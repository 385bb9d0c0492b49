import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Libsql from 'libsql';
import { openArchive } from '#archive/archive';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import type { Archive } from '#archive/questions';

let newsroom: TestNewsroom;
let running: Archive;
beforeEach(async () => {
  newsroom = openTestNewsroom();
  for (const month of ['07', '08', '09'])
    for (let nth = 1; nth < 4; nth += 1) save(`2026/${month}/0${nth}`, 'piece', {});
  await newsroom.publish();
  running = openArchive({ dataDir: newsroom.dataDir });
});
afterEach(async () => {
  running.close();
  await newsroom.close();
});

const fileOf = (day: string, slug: string): string => `articles/${day}/${slug}.mdx`;
const save = (day: string, slug: string, fields: Readonly<Record<string, string | undefined>>): void =>
  newsroom.write(
    fileOf(day, slug),
    articleWith({
      publishedAt: `${day.replaceAll('/', '-')} 06:00`,
      headline: `The ${slug} of the day ${day}`,
      ...fields,
    }),
  );

/** What an archive says that was asked through all editions, and what one says that sees this one first. */
const both = (): readonly unknown[] => {
  const fresh = openArchive({ dataDir: newsroom.dataDir });
  const said = [running.months(newsroom.now()), fresh.months(newsroom.now())];
  fresh.close();
  return said;
};
const address = (months: unknown): readonly string[] =>
  (months as readonly { readonly address: string }[]).map((month) => month.address);

const steps: readonly (readonly [string, () => void])[] = [
  ['a piece changes', () => save('2026/08/02', 'piece', { updatedAt: '2026-09-10 06:00' })],
  ['a month begins', () => save('2026/10/15', 'first', {})],
  ['a month ends', () => newsroom.remove('articles/2026/10/15/first.mdx')],
  ['a piece is taken down', () => save('2026/07/03', 'piece', { withdrawn: 'because of the photo' })],
  [
    'a piece moves to another month',
    () => {
      newsroom.remove('articles/2026/09/03/piece.mdx');
      save('2026/07/05', 'piece', { aliases: '[/2026/09/03/piece]' });
    },
  ],
  ['an embargo is laid', () => save('2026/10/15', 'later', { publishedAt: '2026-10-15 10:00' })],
  ['it is not over yet', () => newsroom.setClock('2026-10-15T09:59:59+03:00')],
  ['it ends, and nobody made an edition', () => newsroom.setClock('2026-10-15T10:00:00+03:00')],
  ['the clock is set back', () => newsroom.setClock('2026-10-15T09:00:00+03:00')],
  [
    'a correction is to come',
    () => save('2026/08/01', 'piece', { corrections: '[{ on: 2026-10-15 11:00, text: It was the west lane. }]' }),
  ],
  ['it has come', () => newsroom.setClock('2026-10-15T11:00:00+03:00')],
  [
    'every page changes',
    () => newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n'),
  ],
  ['a piece is of another paper', () => save('2026/07/01', 'piece', { origin: 'https://other.example/piece' })],
];

test('S3: months kept through editions are those that an archive finds which asks for the first time, whatever happened', async () => {
  for (const [what, step] of steps) {
    step();
    if (!/nobody made|not over|set back|has come/.test(what)) await newsroom.publish();
    await Promise.resolve();
    const [kept, fresh] = both();
    expect(kept, what).toEqual(fresh);
  }
  expect(address(both()[0])).toEqual(['/2026/10', '/2026/09', '/2026/08', '/2026/07']);
});

test('after a save only the month of the saved piece is looked at', async () => {
  running.months(newsroom.now());
  save('2026/08/02', 'piece', { headline: 'A mended headline of the second of August' });
  await newsroom.publish();
  await Promise.resolve();
  const prepare = vi.spyOn(Libsql.prototype, 'prepare');
  running.months(newsroom.now());
  const overArticles = prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('group by a.month'));
  prepare.mockRestore();
  expect(overArticles).toEqual([expect.stringContaining('a.month in')]);
});
