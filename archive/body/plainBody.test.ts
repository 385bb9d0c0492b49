/** Bodies in feeds: plain, whole and safe. */
import { expect, test } from 'vitest';
import { materialWith } from '#archive/body/material.cases';
import { plainBody } from '#archive/body/plainBody';
import { read } from '#archive/body/reading.cases';
import { bodyComponents } from '#model/body';
import { componentRules } from '#model/bodyComponents';

const material = materialWith({ alt: 'A "bridge"', caption: 'Its <own> caption.', cell: '<5' });

const htmlOf = (source: string): string => {
  const { body } = read(source, { kind: 'live' });
  return body ? plainBody(body.tree, material) : '';
};

test('every component has a plain rendering without a trace of itself', () => {
  for (const name of bodyComponents.filter((component) => component !== 'Update')) {
    const { example, within } = componentRules[name];
    const html = htmlOf(within === 'Timeline' ? `<Timeline>\n\n${example}\n\n</Timeline>` : example);
    expect([name, html]).not.toEqual([name, '']);
    expect(html.toLowerCase()).not.toContain(`<${name.toLowerCase()} `.replace('<table ', '<table src'));
    expect(html).not.toMatch(/[{}]|undefined|dataoffset|script|style=/);
  }
});

test('a figure has its size, its words and its credit', () => {
  expect(htmlOf('<Figure src="a.jpg" />')).toBe(
    '<figure><img src="https://courier.example/pictures/articles/2026/10/15/a.jpg" alt="A &#x22;bridge&#x22;" width="1200" height="800" />' +
      '<figcaption>Its &#x3C;own> caption. Photo: Grace Achieng</figcaption></figure>',
  );
});

test('a picture that may not be shown is left out', () => {
  expect(htmlOf('a\n\n<Figure src="gone.jpg" />')).toBe('<p>a</p>');
});

test('addresses are whole, and a link to what is not public is plain words', () => {
  expect(htmlOf('[a](/2026/10/14/b) [c](/2026/10/14/embargoed) [d](https://example.org) [e](#f)\n\n## F')).toBe(
    '<p><a href="https://courier.example/2026/10/14/b">a</a> c <a href="https://example.org">d</a> ' +
      '<a href="https://courier.example/2026/10/15/harbour-bridge-reopens#f">e</a></p><h2 id="f">F</h2>',
  );
});

test('footnotes lead to each other at the article’s own address', () => {
  const html = htmlOf('a[^1]\n\n[^1]: b');
  expect(html).toContain(
    '<a id="note-fnref-1" href="https://courier.example/2026/10/15/harbour-bridge-reopens#note-fn-1">',
  );
  expect(html).toContain('<li id="note-fn-1">');
});

test('words are escaped, whatever they look like', () => {
  expect(htmlOf('\\<script>alert(1)\\</script> &lt;b&gt; `<i>`')).toBe(
    '<p>&#x3C;script>alert(1)&#x3C;/script> &#x3C;b> <code>&#x3C;i></code></p>',
  );
});

test('a table of a CSV file is a table', () => {
  expect(htmlOf('<Table src="a.csv" caption="b" source="c" />')).toBe(
    '<table><caption>b</caption><thead><tr><th>year</th><th>n</th></tr></thead><tbody><tr><td>1937</td><td>&#x3C;5</td></tr></tbody></table><p>Source: c</p>',
  );
});

test('a quotation keeps its language and direction', () => {
  expect(htmlOf('<Quote lang="ar" dir="rtl">ليس الخبر كالمعاينة</Quote>')).toBe(
    '<blockquote lang="ar" dir="rtl"><p>ليس الخبر كالمعاينة</p></blockquote>',
  );
});
