/** Markdown twins and llms.txt: what a page says, in words, for machines. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { testArticle, testNow, testPaper, testPhoto } from '#syndication/forTests';
import { llmsFullTxt, llmsTxt } from '#syndication/llms';
import { paragraph } from '#syndication/markdown';
import { metadataForArticle } from '#syndication/metadata';
import { twinText, type Twin } from '#syndication/twin';

const body = [paragraph('The bridge is open.')];
const text = (fields: Parameters<typeof testArticle>[0] = {}, twin: Partial<Twin> = {}): string =>
  twinText(testPaper, { article: testArticle(fields), body, entries: [], ...twin }, testNow);

const factsIn = (twin: string): Record<string, unknown> => parse(/^---\n([^]*?)\n---\n/.exec(twin)?.[1] ?? '');

test('a twin opens with its facts: who, when with offset, where its page is, under which licence', () => {
  expect(factsIn(text())).toEqual({
    title: 'Harbour bridge reopens after eleven days',
    authors: ['Amina Wafula', 'No File'],
    published: '2026-10-15T06:00:00+03:00',
    updated: '2026-10-15T06:00:00+03:00',
    section: 'Counties',
    kind: 'news',
    tags: ['Bridges'],
    language: 'en-KE',
    publisher: 'The Mara Courier',
    canonical: 'https://news.example/2026/10/15/harbour-bridge-reopens',
    licence: 'https://news.example/license.xml',
  });
});

test('no headline can break the facts or the document', () => {
  const headline = '--- "Yes": # no & <script>alert(1)</script> *stars* [x](y) ---';
  const twin = text({ headline });
  expect(factsIn(twin)).toMatchObject({ title: headline });
  const rest = twin.replace(/^---\n[^]*?\n---\n/, '');
  const [first, ...others] = unified().use(remarkParse).use(remarkGfm).parse(rest).children;
  expect(first).toMatchObject({ type: 'heading', depth: 1, children: [{ type: 'text', value: headline }] });
  expect(JSON.stringify(others)).not.toContain('"type":"html"');
});

test('a twin says everything that the page says around the words', () => {
  const twin = text({
    leadImage: testPhoto,
    summary: ['Two hangers were replaced.'],
    warning: 'Pictures of an accident.',
    updatedAt: Date.parse('2026-10-15T09:00:00+03:00'),
    ai: { used: 'translation' },
    corrections: [
      { on: Date.parse('2026-10-15T10:00:00+03:00'), text: 'It was two.', kind: 'correction', place: 'end' },
    ],
  });
  for (const part of [
    '# Harbour bridge reopens after eleven days',
    '**Engineers replaced two hangers at night, and lorries stay banned until May.**',
    'By Amina Wafula and No File. Published 15 October 2026, 06:00 EAT. Updated 15 October 2026, 09:00 EAT.',
    '> Pictures of an accident.',
    '![A bridge over a river](https://news.example/pictures/0123456789abcdef/',
    '*The bridge in the morning. Photo: Amina Wafula*',
    '- Two hangers were replaced.',
    'The bridge is open.',
    '*Made with AI: translation*',
    '- **Correction, 15 October 2026:** It was two.',
    'From [The Mara Courier](https://news.example/2026/10/15/harbour-bridge-reopens).',
  ]) {
    expect(twin).toContain(part);
  }
});

test('T3 opinion and paid pieces say so above their words', () => {
  expect(text({ kind: 'opinion' })).toContain('*Opinion*\n\n*The view is the author’s own.*');
  expect(text({ kind: 'sponsored', sponsor: { name: 'Harbour Bank' } })).toContain('*Paid for by Harbour Bank*');
});

test('H7 an article’s head leads to its twin exactly where the policy allows AI answers', () => {
  const alternates = (aiInput: boolean) => {
    const machines = { ...testPaper.site.machines, aiInput };
    const paper = { ...testPaper, site: { ...testPaper.site, machines } };
    return JSON.stringify(metadataForArticle(paper, testArticle()).alternates);
  };
  expect(alternates(true)).toContain('"text/markdown":"https://news.example/2026/10/15/harbour-bridge-reopens.md"');
  expect(alternates(true)).toContain('application/rss+xml');
  expect(alternates(false)).not.toContain('markdown');
});

test('copy that may not be passed on stands without its words and says where it stands', () => {
  const twin = twinText(testPaper, { article: testArticle(), entries: [] }, testNow);
  expect(twin).not.toContain('The bridge is open.');
  expect(twin).toContain('[Read it on its page](https://news.example/2026/10/15/harbour-bridge-reopens)');
});

test('a piece first published elsewhere is canonical there, with its own licence', () => {
  const origin = { name: 'The Other', url: 'https://other.example/piece', licence: 'CC BY 4.0' };
  expect(factsIn(text({ origin }))).toMatchObject({
    canonical: 'https://other.example/piece',
    origin: 'The Other',
    originLicence: 'CC BY 4.0',
  });
});

test('entries of a live piece stand under their own headings, each with its moment and its address', () => {
  const at = Date.parse('2026-10-15T07:30:00+03:00');
  const entry = { slug: '0730-count', at, headline: 'First count', names: ['Joseph'], pinned: false, body };
  const twin = text({ kind: 'live', coverage: { start: at } }, { entries: [{ ...entry, corrects: 'Zero count' }] });
  expect(twin).toContain(
    '## [First count](https://news.example/2026/10/15/harbour-bridge-reopens#0730-count)\n\n' +
      '15 October 2026, 07:30 EAT. Joseph. Corrects: Zero count.\n\nThe bridge is open.',
  );
});

const index = {
  articles: [
    testArticle(),
    testArticle({ kind: 'opinion', headline: 'Close [the] bridge', address: '/2026/10/14/صحافة' }),
  ],
  fronts: [{ address: '/category/science', title: 'Science', description: 'What is found out' }],
  about: [{ address: '/about/ethics', title: 'Ethics' }],
  feeds: [{ address: '/feed.xml', title: 'RSS' }],
};

test('llms.txt has the form of llmstxt.org: one title, a quotation, sections of links', () => {
  const tree = unified().use(remarkParse).parse(llmsTxt(testPaper, index)).children;
  expect(tree.slice(0, 3).map(({ type }) => type)).toEqual(['heading', 'blockquote', 'paragraph']);
  const titles = tree.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  expect(titles).toEqual([1, 2, 2, 2, 2, 2]);
  for (const [at, node] of tree.entries()) {
    if (at < 3 || node.type === 'heading') continue;
    expect(node.type).toBe('list');
    for (const item of node.type === 'list' ? node.children : []) {
      const [line] = item.children;
      expect(line?.type === 'paragraph' && line.children[0]).toMatchObject({ type: 'link' });
    }
  }
});

test('T3: llms.txt leads to the twins, says the policy, and marks what argues or was made with a machine', () => {
  const file = llmsTxt(testPaper, index);
  expect(file).toContain(
    '- [Harbour bridge reopens after eleven days](https://news.example/2026/10/15/harbour-bridge-reopens.md): Engineers',
  );
  expect(file).toContain('.md): Opinion. Engineers');
  const made = testArticle({ kind: 'explainer', ai: { used: 'translation' } });
  expect(llmsTxt(testPaper, { ...index, articles: [made] })).toContain('.md): Explainer. Made with AI. Engineers');
  expect(file).toContain('search=yes, ai-input=yes, ai-train=no');
  expect(file).toContain('[The licence](https://news.example/license.xml)');
});

test('the full file ends where it is full, and makes no twin that it does not print', () => {
  let made = 0;
  const long = [paragraph('word '.repeat(30_000))];
  const twin = () => {
    made += 1;
    return { article: testArticle(), body: long, entries: [] };
  };
  const file = llmsFullTxt(
    testPaper,
    Array.from({ length: 20 }, () => twin),
    testNow,
  );
  expect(file.match(/^# Harbour/gm)).toHaveLength(2);
  expect(made).toBe(3);
  expect(file.length).toBeLessThan(410_000);
});
