import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const day = '/2026/10/15';
const write = (slug: string, fields: Record<string, string> = {}) =>
  newsroom.write(`articles/2026/10/15/${slug}.mdx`, articleWith(fields));

/** What each of some pieces says its versions are, by the ends of their addresses. */
const versions = async (...slugs: string[]) => {
  await newsroom.publish();
  const at = newsroom.now();
  return slugs.map((slug) => {
    const article = newsroom.archive.teaser(`${day}/${slug}`, at);
    return article && newsroom.archive.translationsOf(article, at).map(({ address }) => address.slice(day.length + 1));
  });
};

test('H6 each version of a piece knows all, the original first', async () => {
  write('bridge');
  write('daraja', { lang: 'sw', translationOf: `${day}/bridge`, publishedAt: '2026-10-15 07:30' });
  write('jisr', { lang: 'ar', translationOf: `${day}/bridge/`, publishedAt: '2026-10-15 07:00' });
  const all = ['bridge', 'jisr', 'daraja'];
  expect(await versions('bridge', 'daraja', 'jisr')).toEqual([all, all, all]);
});

test('a piece in one language has one version, itself', async () => {
  write('bridge');
  expect(await versions('bridge')).toEqual([['bridge']]);
});

test('a translation of a translation, and one that names an old address, belong to the same piece', async () => {
  write('bridge', { aliases: `[${day}/the-bridge]` });
  write('daraja', { lang: 'sw', translationOf: `${day}/the-bridge`, publishedAt: '2026-10-15 07:10' });
  write('jisr', { lang: 'ar', translationOf: `${day}/daraja`, publishedAt: '2026-10-15 07:20' });
  const all = ['bridge', 'daraja', 'jisr'];
  expect(await versions('bridge', 'daraja', 'jisr')).toEqual([all, all, all]);
});

test('what the public may not see is no version, and pieces that translate it still know one another', async () => {
  write('bridge', { draft: 'true' });
  write('daraja', { lang: 'sw', translationOf: `${day}/bridge`, publishedAt: '2026-10-15 07:10' });
  write('jisr', { lang: 'ar', translationOf: `${day}/bridge`, publishedAt: '2026-10-15 07:20' });
  write('pont', { lang: 'fr', translationOf: `${day}/bridge`, publishedAt: '2026-10-15 10:00' });
  const both = ['daraja', 'jisr'];
  expect(await versions('daraja', 'jisr', 'bridge')).toEqual([both, both, undefined]);
});

test('two pieces that translate one another know both, and nothing turns in a circle', async () => {
  write('bridge', { translationOf: `${day}/daraja` });
  write('daraja', { lang: 'sw', translationOf: `${day}/bridge` });
  const [one = [], other = []] = await versions('bridge', 'daraja');
  expect([[...one].sort(), [...other].sort()]).toEqual([
    ['bridge', 'daraja'],
    ['bridge', 'daraja'],
  ]);
});

test('the original’s page is made anew when a translation is published', async () => {
  write('bridge');
  await newsroom.publish();
  write('daraja', { lang: 'sw', translationOf: `${day}/bridge` });
  expect((await newsroom.publish()).changes).toContain(`${day}/bridge`);
});
