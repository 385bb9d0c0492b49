import { expect, test } from 'vitest';
import { isEmptyErrorPage, linksWithoutRuntime, StreamedPage, withoutRuntime } from '#edge/runtime';

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

test('a page leaves without the scripts of Next and their preloads', () => {
  const head =
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
    '<link rel="modulepreload" href="/_next/static/chunks/b.js"/>' +
    '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
    '<script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/chunks/p.js" noModule=""></script>';
  const body =
    '<div hidden=""><!--$--><!--/$--></div><h1>It <!-- -->stands</h1><script id="_R_">(globalThis["TURBOPACK"]||[])</script>' +
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"<p>\\n"])</script>';
  expect(withoutRuntime(page(head, body))).toBe(
    page('<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>', '<h1>It stands</h1>'),
  );
});

test('structured data stays and stands in the head, where machines look for it; our own islands stay', () => {
  const data = '<script type="application/ld+json">{"headline":"\\u003cscript>alert(1)\\u003c/script>"}</script>';
  const island = '<script type="module" src="/islands/abc.js" defer=""></script>';
  expect(withoutRuntime(page('', `<h1>A</h1>${data}${island}<p>b</p>`))).toBe(
    page(data, `<h1>A</h1>${island}<p>b</p>`),
  );
});

test('words about scripts are words', () => {
  const words = '<p>&lt;script&gt;self.__next_f&lt;/script&gt; and &lt;template id=&quot;B:0&quot;&gt;</p>';
  expect(withoutRuntime(page('', words))).toBe(page('', words));
});

test('a script that only names our folder, or calls itself data, is not ours', () => {
  const foreign =
    '<script data-src="/islands/a.js">alert(1)</script><script src="https://evil.example/islands/a.js"></script>';
  expect(withoutRuntime(page('', foreign))).toBe(page('', ''));
});

test.each([
  '<template id="B:0"></template>',
  '<template id="P:0"></template>',
  '<div hidden="" id="S:0">words</div>',
  '<!--$?-->',
  '<!--$!-->',
])('a page that was streamed fails loudly: %s', (leftover) => {
  expect(() => withoutRuntime(page('', leftover))).toThrow(StreamedPage);
});

test('a page that broke off within a script fails loudly', () => {
  const cut = '<p>words</p><script>self.__next_f.push([1,"';
  expect(() => withoutRuntime(`<!DOCTYPE html><html><head></head><body>${cut}`)).toThrow(StreamedPage);
});

test('the Link header keeps fonts and loses scripts', () => {
  expect(
    linksWithoutRuntime(
      '</f.woff2>; rel=preload; as="font"; crossorigin="", </a.js>; rel=preload; as="script", </b.js>; rel="modulepreload"',
    ),
  ).toBe('</f.woff2>; rel=preload; as="font"; crossorigin=""');
  expect(linksWithoutRuntime('</a.js>; rel=preload; as=script')).toBeUndefined();
  expect(linksWithoutRuntime(undefined)).toBeUndefined();
});

test('the empty document of a failed page is known', () => {
  expect(isEmptyErrorPage('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>')).toBe(true);
  expect(isEmptyErrorPage(page('', '&lt;html id=&quot;__next_error__&quot;'))).toBe(false);
});
