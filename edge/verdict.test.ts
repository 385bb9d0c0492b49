import { expect, test } from 'vitest';
import { verdictFor } from '#edge/verdict';
import type { StandingOf } from '#edge/verdict';

const here = '/2026/10/15/bridge';
const standings: Readonly<Record<string, ReturnType<StandingOf>>> = {
  [here]: { is: 'published' },
  '/2026/10/14/brigde': { is: 'moved', to: here },
  '/2026/10/13/hoax': { is: 'gone' },
  '/old/address.html': { is: 'moved', to: here },
  '/?p=4711': { is: 'moved', to: here },
  '/category/retired': { is: 'gone' },
  '/?p=9': { is: 'gone' },
  '/category/science': { is: 'published' },
  '/2026/10/15': { is: 'published' },
  '/': { is: 'published' },
  '/2026/10/14/paper.html': { is: 'moved', to: '/2026/10/15/paper' },
  '/tag/nähe': { is: 'moved', to: '/tag/umgebung-für-alle' },
};
const asked: string[] = [];
const verdict = (target: string) =>
  verdictFor(target, (address) => {
    asked.push(address);
    return standings[address] ?? { is: 'unknown' };
  });

test('an article that is public is rendered, one that nobody knows is not', () => {
  expect(verdict(here)).toEqual({ is: 'rendered' });
  expect(verdict('/2026/10/15/never')).toEqual({ is: 'unknown' });
});

test('a renamed article and its Markdown twin lead to the new address', () => {
  expect(verdict('/2026/10/14/brigde')).toEqual({ is: 'moved', to: here });
  expect(verdict('/2026/10/14/brigde.md')).toEqual({ is: 'moved', to: `${here}.md` });
});

test('what was taken down is gone, whatever kind of page it was', () => {
  expect(verdict('/2026/10/13/hoax')).toEqual({ is: 'gone', address: '/2026/10/13/hoax' });
  expect(verdict('/category/retired')).toEqual({ is: 'gone', address: '/category/retired' });
});

test('the archive is asked for an old address with its whole query, and then for its path alone', () => {
  expect(verdict('/old/address.html')).toEqual({ is: 'moved', to: here });
  expect(verdict('/?p=4711')).toEqual({ is: 'moved', to: here });
  expect(verdict('/old/address.html?a=b')).toEqual({ is: 'moved', to: here });
  expect(verdict('/?p=4712')).toEqual({ is: 'rendered' });
  asked.length = 0;
  verdict('/Old.php?id=1&a=b?c&ID=2');
  expect(asked).toEqual(['/Old.php?id=1&a=b?c&ID=2', '/Old.php']);
});

test('what was taken down at an address with a query is gone', () => {
  expect(verdict('/?p=9')).toEqual({ is: 'gone', address: '/?p=9' });
});

test('a redirect to letters beyond ASCII is written as a header may be', () => {
  expect(verdict('/tag/n%C3%A4he')).toEqual({ is: 'moved', to: '/tag/umgebung-f%C3%BCr-alle' });
});

test('made-up addresses cost no render, and a hundred parameters no hundred questions', () => {
  expect(verdict('/wp-login.php')).toEqual({ is: 'unknown' });
  expect(verdict('/gone-notice?address=/x')).toEqual({ is: 'unknown' });
  expect(verdict('/markdown/2026/10/15/bridge')).toEqual({ is: 'unknown' });
  asked.length = 0;
  verdict(`/?${Array.from({ length: 100 }, (_, n) => `a${n}=1`).join('&')}`);
  expect(asked.length).toBe(2);
});

test('pictures, files and forms are not asked after: their routes know', () => {
  asked.length = 0;
  for (const target of ['/pictures/abc/x.jpg', '/files/abc/x.pdf', '/api/newsletter/sign-up']) {
    expect(verdict(target)).toEqual({ is: 'rendered' });
  }
  expect(asked).toEqual([]);
});
