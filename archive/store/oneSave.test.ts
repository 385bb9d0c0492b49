/** What one saved file costs does not depend on how much was published before. */
import Libsql from 'libsql';
import { expect, test, vi } from 'vitest';
import { openForReading } from '#archive/database';
import { createIngest } from '#archive/ingest';
import { articleWith, openTestNewsroom } from '#archive/newsroomForTests';

/** Every statement that is prepared while some work is done. */
const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const prepare = vi.spyOn(Libsql.prototype, 'prepare');
  await work();
  const asked = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  return [...new Set(asked)];
};

/** Lists that a question brings along, the first row of an order, small tables, and indexes that are small by their making. */
const mayWalk = [
  ...['json_each', 'CONSTANT ROW', 'edition', 'memory', 'e VIRTUAL TABLE'],
  ...['document USING COVERING INDEX document_kinds', 'document USING INDEX document_with_problems'],
];

test('a saved article makes the publisher walk through no table from end to end', async () => {
  const newsroom = openTestNewsroom();
  const file = 'articles/2026/10/15/bridge.mdx';
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n');
  newsroom.write(file, articleWith());
  newsroom.write('articles/2026/10/15/second.mdx', articleWith({ related: '[/2026/10/15/bridge]' }));
  await newsroom.publish();
  const { contentDir, dataDir, now } = newsroom;
  const site = { timeZone: 'Africa/Nairobi', timeZoneName: 'EAT', smartPunctuation: false };
  const ingest = createIngest({ contentDir, dataDir, site, now });
  newsroom.write(file, articleWith({ headline: 'Harbour bridge reopens for lorries too', tags: '[Bridges]' }));
  const statements = await statementsOf(async () => {
    await ingest.run([file]);
    ingest.nextChange();
  });
  await ingest.close();
  const db = openForReading(dataDir);
  const walks = statements
    .filter((sql) => /^\s*(select|insert|update|delete|with)/i.test(sql))
    .flatMap((sql) =>
      db
        .all<{ detail: string }>(`explain query plan ${sql}`)
        .filter(({ detail }) => detail.startsWith('SCAN ') && !mayWalk.some((may) => detail.startsWith(`SCAN ${may}`)))
        .map(({ detail }) => `${detail}: ${sql}`),
    );
  db.close();
  await newsroom.close();
  expect(statements.length).toBeGreaterThan(10);
  expect(walks).toEqual([]);
});
