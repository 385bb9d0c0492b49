import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audienceForTests, type TestAudience } from '#audience/audienceForTests';
import { addRows, ranking } from '#audience/reads';
import type { Tables } from '#audience/schema';

const hour = 3_600_000;
const day = 24 * hour;
let stage: TestAudience;
beforeEach(async () => {
  stage = await audienceForTests(process.env.TEST_DATABASE_URL);
});
afterEach(() => stage.close());

const read = (address: string, reads: number, ago = 0) => ({
  address: `/2026/10/15/${address}`,
  hour: Math.floor((stage.now() - ago) / hour) * hour,
  reads,
});
const ranked = async (period: 'today' | 'week' | 'month', audience = stage.audience) =>
  (await audience.mostRead(period, 10)).map(({ address, reads }) => `${address.split('/').at(-1)} ${reads}`);

test('what many nodes count adds up, at the same moment too', async () => {
  const other = stage.another();
  await Promise.all([
    stage.audience.addReads([read('bridge', 3), read('cat', 1)]),
    other.addReads([read('cat', 4), read('bridge', 1)]),
    stage.audience.addReads([read('bridge', 2)]),
  ]);
  expect(await ranked('today', other)).toEqual(['bridge 6', 'cat 5']);
  await other.close();
});

test('today is the last 24 hours, a week seven days, a month thirty', async () => {
  await stage.audience.addReads([
    read('now', 1),
    read('yesterday', 2, 26 * hour),
    read('last-week', 3, 8 * day),
    read('long-ago', 4, 31 * day),
  ]);
  expect(await ranked('today')).toEqual(['now 1']);
  expect(await ranked('week')).toEqual(['yesterday 2', 'now 1']);
  expect(await ranked('month')).toEqual(['last-week 3', 'yesterday 2', 'now 1']);
});

test('counts are thrown away after 40 days, and no column holds anything of a reader', async () => {
  await stage.audience.addReads([read('bridge', 3)]);
  stage.later(41 * day);
  await stage.audience.addReads([read('cat', 1)]);
  const rows = await (await stage.db()).selectFrom('read_count').selectAll().execute();
  expect(rows.map(({ address }) => address)).toEqual(['/2026/10/15/cat', '/2026/10/15/cat']);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['address', 'reads', 'span', 'starts']);
});

test('pages are shown what was known at the last look, without asking the database', async () => {
  await stage.audience.addReads([read('bridge', 3)]);
  expect(stage.audience.ranking().today).toEqual([]);
  await stage.audience.renewRanking();
  expect(stage.audience.ranking().today).toEqual([{ address: '/2026/10/15/bridge', reads: 3 }]);
});

test('a load of thousands of articles is taken whole', async () => {
  await stage.audience.addReads(Array.from({ length: 3000 }, (_, nth) => read(`piece-${nth}`, nth + 1)));
  expect((await ranked('month')).slice(0, 2)).toEqual(['piece-2999 3000', 'piece-2998 2999']);
});

test('PostgreSQL is asked in its own words', () => {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  expect(addRows(db, [{ span: 'day', starts: 0, address: '/a', reads: 1 }]).compile().sql).toBe(
    'insert into "read_count" ("span", "starts", "address", "reads") values ($1, $2, $3, $4) on conflict ("span", "starts", "address") do update set "reads" = "read_count"."reads" + "excluded"."reads"',
  );
  expect(ranking(db, 'today', 5, day).compile().sql).toBe(
    'select "address", sum("reads") as "total" from "read_count" where "span" = $1 and "starts" >= $2 and "starts" <= $3 group by "address" order by "total" desc, "address" desc limit $4',
  );
});
