import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { canShrink, finish, hasTag, prepare, shrink, weightOf } from '#edge/finished';

const words = Array.from({ length: 3000 }, (_, n) => `word${(n * 7919) % 1009}`).join(' ');
const pageOf = (text: string) =>
  finish({ status: 200, headers: { 'Content-Type': 'text/html' }, body: Buffer.from(text) });

test('the smallest form of a popular page is smaller, the same page, and under a tag of its own', async () => {
  const page = pageOf(words);
  await prepare(page, 'br');
  const quick = page.forms.get('br');
  expect(canShrink(page)).toBe(true);
  await shrink(page);
  const small = page.forms.get('br');
  expect(small?.body.length).toBeLessThan(quick?.body.length ?? 0);
  expect(brotliDecompressSync(small?.body ?? Buffer.alloc(0)).toString()).toBe(words);
  expect(small?.tag).not.toBe(quick?.tag);
  expect([...page.formerTags]).toEqual([quick?.tag]);
  expect(canShrink(page)).toBe(false);
});

test('what stays as long as the site runs is as small as it gets for its very first reader', async () => {
  const answer = { status: 200, headers: { 'Content-Type': 'text/css' }, body: Buffer.from(words) };
  const [sheet, page] = [finish(answer, 'smallest'), finish(answer)];
  await Promise.all([prepare(sheet, 'br'), prepare(page, 'br')]);
  await shrink(page);
  expect(sheet.forms.get('br')?.body.length).toBe(page.forms.get('br')?.body.length);
  expect(canShrink(sheet)).toBe(false);
});

test('what a page takes in memory is never less than its bytes and its forms together', async () => {
  const page = pageOf(words);
  for (const encoding of ['br', 'gzip', 'identity'] as const) await prepare(page, encoding);
  const bytes =
    page.body.length + (page.forms.get('br')?.body.length ?? 0) + (page.forms.get('gzip')?.body.length ?? 0);
  expect(weightOf(page)).toBeGreaterThanOrEqual(bytes);
});

test.each([
  ['"a"', '"a"', true],
  ['W/"a", "b"', '"a"', true],
  ['*', '"a"', true],
  ['"ab"', '"a"', false],
  ['', '"a"', false],
  [undefined, '"a"', false],
  ['*', '', false],
])('a reader with %s has %s: %s', (header, tag, has) => {
  expect(hasTag(header, tag)).toBe(has);
});
