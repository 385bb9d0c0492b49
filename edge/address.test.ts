import { expect, test } from 'vitest';
import { longestAddress, readAddress } from '#edge/address';

const refused = [
  ['an empty target', ''],
  ['an absolute address', 'http://evil.example/'],
  ['an authority', 'evil.example:443'],
  ['an asterisk', '*'],
  ['a slash and a backslash', '/\\evil.example/'],
  ['a backslash inside', '/a\\b'],
  ['an encoded backslash', '/a%5cb'],
  ['a malformed escape', '/%E0%A4%A'],
  ['a lone percent sign', '/100%'],
  ['an escape that is no UTF-8', '/%ff'],
  ['an overlong UTF-8 slash', '/%c0%af'],
  ['NUL', '/%00'],
  ['NUL behind an article', '/2026/10/15/bridge%00.md'],
  ['a line break', '/a%0d%0aSet-Cookie:x=y'],
  ['a step up', '/../etc/passwd'],
  ['an encoded step up', '/a/%2e%2e/%2E%2E/etc/passwd'],
  ['a step in place', '/./a'],
  ['an encoded slash', '/a%2fb'],
  ['a fragment', '/a#b'],
  ['a blank', '/a b'],
  ['a malformed escape in the query', '/?q=%E0%A4%A'],
  ['a lone percent sign before an encoded tab in the query', '/?%%0941'],
  ['a letter in the query with an encoded line break in its midst', '/?q=%E2%0A%82%AC'],
  ['the same in the name of a parameter', '/?%E2%0d%82%AC=1'],
  ['NUL in the query', '/search?q=%00'],
  ['a blank in the query', '/search?q=a b'],
  ['raw bytes that are no UTF-8', '/\u00ff\u00fe'],
  ['more than two kilobytes', `/${'a'.repeat(longestAddress)}`],
] as const;

test.each(refused)('refuses %s', (_, target) => {
  expect(readAddress(target)).toBeUndefined();
});

const read = (target: string) => {
  const asked = readAddress(target);
  return asked && { path: asked.path, search: asked.search, kind: asked.known?.kind, astray: asked.astray };
};

test('an address in its one form is taken as it is', () => {
  expect(read('/')).toEqual({ path: '/', search: '', kind: 'front', astray: false });
  expect(read('/2026/10/15/bridge?q=a')).toEqual({
    path: '/2026/10/15/bridge',
    search: '?q=a',
    kind: 'article',
    astray: false,
  });
});

test.each([
  ['a closing slash', '/category/science/', '/category/science'],
  ['doubled slashes inside', '/category//science', '/category/science'],
  ['capital letters', '/Category/Science', '/category/science'],
  ['a page’s number with a nought before it', '/category/science/page/02', '/category/science/page/2'],
  ['the same with a closing slash', '/Category/science/page/002/', '/category/science/page/2'],
  ['needless escapes', '/%63ategory/science', '/category/science'],
  ['small hex digits', '/tag/n%c3%a4he', '/tag/n%C3%A4he'],
  ['letters in two code points', '/tag/na%CC%88he', '/tag/n%C3%A4he'],
  ['raw UTF-8 bytes', '/tag/n\u00c3\u00a4he', '/tag/n%C3%A4he'],
  ['all of it at once', '/Category//Science/?utm_source=x', '/category/science'],
  ['doubled slashes at the start', '//category/science', '/category/science'],
  ['the question for an AMP version', '/2026/10/15/bridge?amp', '/2026/10/15/bridge'],
  ['the question for an AMP version with a value', '/2026/10/15/bridge?AMP=1', '/2026/10/15/bridge'],
])('%s leads to the one form', (_, target, path) => {
  expect(readAddress(target)).toMatchObject({ path, astray: true });
});

test('an address that this paper never has keeps its letters: it may be an old address of an article', () => {
  expect(read('/Old/Address.HTML')).toEqual({
    path: '/Old/Address.HTML',
    search: '',
    kind: undefined,
    astray: false,
  });
});

test('a query keeps what readers and old addresses need and loses the names with which Next speaks to itself', () => {
  expect(readAddress('/?p=4711')?.search).toBe('?p=4711');
  expect(readAddress('/?_rsc=1&q=a&nxtPslug=x&__nextDefaultLocale=y')?.search).toBe('?q=a');
  expect(readAddress('/?%5Frsc=1')?.search).toBe('');
  expect(readAddress('/?')?.search).toBe('');
});

test('an encoded tab and line breaks may stand in a query', () => {
  expect(read('/?q=a%09b%0D%0Ac')).toEqual({ path: '/', search: '?q=a%09b%0D%0Ac', kind: 'front', astray: false });
});

test('whatever pieces of escapes a target is made of, reading it never fails', () => {
  const pieces = ['%', '%0', '%0A', '41', '%E2', '%82', '%AC', '%ED%A0%80', '&', '=', '\u00e2\u0080', '/', '+', 'amp'];
  const fails = (target: string): boolean => {
    try {
      return readAddress(target)?.path === '';
    } catch {
      return true;
    }
  };
  const made = pieces.flatMap((a) => pieces.flatMap((b) => pieces.flatMap((c) => pieces.map((d) => a + b + c + d))));
  expect(made.flatMap((text) => [`/${text}`, `/?${text}`, `/?_rsc=1&${text}`]).filter(fails)).toEqual([]);
});

test('month 13, page 0 and page 10^9 are no addresses of this paper', () => {
  for (const target of ['/2026/13', '/2026/02/30', '/category/science/page/0', '/category/science/page/1000000000']) {
    expect(readAddress(target)).toMatchObject({ known: undefined });
  }
});

test('an address with another site behind two slashes stays on this one, and is none of ours', () => {
  for (const target of ['//evil.example/', '///evil.example', '//evil.example/%2e%2e', '//evil.example\\@x']) {
    const asked = readAddress(target);
    expect(asked?.path ?? '/', target).toMatch(/^\/(?!\/)/);
    expect(asked?.known, target).toBeUndefined();
  }
});

test('the question for AMP goes, what an old address or a page may need stays', () => {
  expect(readAddress('/2026/10/15/bridge?amp&utm_source=x')).toMatchObject({ search: '?utm_source=x', astray: true });
  expect(readAddress('//?p=4711&amp=1')).toMatchObject({ search: '?p=4711', astray: true });
  expect(readAddress('/Newsletter/Confirm?token=x&amp=1')?.search).toBe('?token=x');
  expect(readAddress('/api/newsletter/sign-up?amp=1')).toMatchObject({ search: '?amp=1', astray: false });
});

test('an index and an ending are kept until their page is asked: they may be a former system’s own', () => {
  for (const target of ['/index.php?id=7', '/category/science/index.html', '/2026/10/15/bridge.html'])
    expect(readAddress(target), target).toMatchObject({ known: undefined, astray: false });
});
