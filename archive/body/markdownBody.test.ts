/** Bodies in Markdown twins: every component in words, nothing lost, nothing that is code. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { markdownBody, type MarkdownPlace } from '#archive/body/markdownBody';
import { materialWith } from '#archive/body/material.cases';
import { read } from '#archive/body/reading.cases';
import { bodyComponents } from '#model/body';
import { componentRules } from '#model/bodyComponents';

const material = materialWith({ alt: 'A [bridge]', caption: 'Its *own* caption.', cell: 'a | b' });

const textOf = (source: string, place?: MarkdownPlace): string => {
  const { body } = read(source, { kind: 'live' });
  const children = body ? markdownBody(body.tree, material, place) : [];
  return toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })] }).trim();
};

/** Reads Markdown as everybody else does. */
const readBack = (markdown: string): string =>
  JSON.stringify(unified().use(remarkParse).use(remarkGfm).parse(markdown), (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );

test('every component has words in Markdown, without a trace of itself', () => {
  for (const name of bodyComponents.filter((component) => component !== 'Update')) {
    const { example, within } = componentRules[name];
    const markdown = textOf(within === 'Timeline' ? `<Timeline>\n\n${example}\n\n</Timeline>` : example);
    expect([name, markdown]).not.toEqual([name, '']);
    expect(markdown).not.toMatch(/<[A-Z]|undefined|\{|src=/);
  }
});

test('a picture has a whole address, its description, its caption and its credit', () => {
  expect(textOf('<Figure src="a.jpg" />')).toBe(
    '![A \\[bridge\\]](https://courier.example/pictures/articles/2026/10/15/a.jpg)\n\n*Its \\*own\\* caption. Photo: Grace Achieng*',
  );
  expect(textOf('a\n\n<Figure src="gone.jpg" />')).toBe('a');
});

test('links are whole, and one to what is not public is plain words', () => {
  expect(textOf('[a](/2026/10/14/b) [c](/2026/10/14/embargoed) [d](https://example.org)')).toBe(
    '[a](https://courier.example/2026/10/14/b) c [d](https://example.org)',
  );
});

test('tables keep head, alignment, bars in cells, and their caption above', () => {
  expect(textOf('| a | b |\n|---|:-:|\n| 1 | x \\| y |')).toBe('| a | b |\n| - | :-: |\n| 1 | x \\| y |');
  const csv = textOf('<Table src="t.csv" caption="Ships" source="Port" />');
  expect(csv).toBe('**Ships**\n\n| year | n |\n| - | - |\n| 1937 | a \\| b |\n\nSource: Port');
});

test('notes are notes again, and two bodies in one document do not share their labels', () => {
  const source = 'One[^1] and again[^1], two.[^b]\n\n[^1]: First [x](https://example.org).\n\n[^b]: Second.';
  expect(textOf(source)).toBe(
    'One[^1] and again[^1], two.[^b]\n\n[^1]: First [x](https://example.org).\n\n[^b]: Second.',
  );
  expect(textOf(source, { notes: '0730-' })).toContain('One[^0730-1]');
});

test('notes of a live entry, whose names begin with that of its file, are found by their calls', () => {
  const file = 'articles/2026/10/15/night.updates/0730-fn-1.mdx';
  const { body } = read('One[^1], two.[^Été]\n\n[^1]: First.\n\n[^Été]: Second.', { kind: 'entry', file });
  const children = body ? markdownBody(body.tree, material, { notes: '0730-fn-1-' }) : [];
  const text = toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown()] }).trim();
  const labels = [...text.matchAll(/\[\^([^\]]+)\](?!:)/g)].map(([, label]) => label);
  expect(labels).toHaveLength(2);
  expect(labels).toContain('0730-fn-1-1');
  for (const label of labels) expect(text).toContain(`\n[^${label}]: `);
});

test('a raised number stays raised: without its mark it would be another', () => {
  expect(textOf('10<sup>6</sup> and H<sub>2</sub>O')).toBe('10<sup>6</sup> and H<sub>2</sub>O');
});

test('a quotation says who said it; a box of facts is set off', () => {
  expect(textOf('<Pullquote by="Grace Achieng">\n\nNobody asked.\n\n</Pullquote>')).toBe(
    '> Nobody asked.\n>\n> — Grace Achieng',
  );
  expect(textOf('<FactBox title="How">\n\nIt hangs.\n\n</FactBox>')).toBe('> ### How\n>\n> It hangs.');
});

test('headings move down below those of the document, and never deeper than six', () => {
  expect(textOf('## A\n\n### B', { deeper: 1 })).toBe('### A\n\n#### B');
  expect(textOf('###### F', { deeper: 3 })).toBe('###### F');
});

test('what looks like markup in a writer’s words stays words', () => {
  const written =
    'Five \\* six, a\\_b, 1986\\. A year, \\# no heading, \\<script> and \\[no](link), costs \\<5% \\| bar';
  const tree = readBack(textOf(written));
  expect(tree).not.toMatch(/"type":"(?:html|link|heading|emphasis|list|image)"/);
  expect(tree).toContain('Five * six, a_b, 1986. A year, # no heading, <script> and [no](link), costs <5% | bar');
});
