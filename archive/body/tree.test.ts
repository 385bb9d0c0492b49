/** The tree that is stored, and what it says of itself. */
import { expect, test } from 'vitest';
import { problemsOf, read, treeOf } from '#archive/body/reading.cases';
import { componentRules } from '#model/bodyComponents';
import { bodyComponents } from '#model/body';

const full = `## The *bridge*

It hangs.[^1] It [still](/2026/10/14/ferry#noon) hangs, says <https://example.org>.

<Figure src="bridge.jpg" caption="At dawn." focus={[0.5, 0.3]} wide />

| a | b |
|:--|--:|
| 1 | 2 |

## The bridge

- one
- two

[^1]: For now.`;

test('a body is elements and text alone, without positions, and survives JSON', () => {
  const { body } = read(full);
  expect(JSON.parse(JSON.stringify(body))).toEqual(body);
  expect(treeOf(read(full))).not.toMatch(/position|mdx|raw|style|undefined|"\\\\n"/);
});

test('each component is an element named like it, with its checked props', () => {
  expect(treeOf(read(full))).toContain(
    '{"type":"element","tagName":"Figure","properties":{"src":"articles/2026/10/15/bridge.jpg","caption":"At dawn.","focus":[0.5,0.3],"wide":true},"children":[]}',
  );
});

test('alignment of a table is an attribute, since styles are forbidden', () => {
  expect(treeOf(read(full))).toContain('"align":"right"');
});

test('headings have names made of their words, each once, in any script', () => {
  const ids = [
    ...treeOf(read('## A b!\n\n## A b\n\n## A b 2\n\n## Ngũgĩ’s ɓa\n\n## مرحبا بكم\n\n## ???')).matchAll(
      /"id":"([^"]+)"/g,
    ),
  ];
  expect(ids.map(([, id]) => id)).toEqual(['a-b', 'a-b-2', 'a-b-2-2', 'ngũgĩs-ɓa', 'مرحبا-بكم', 'part']);
});

test('footnotes have working names, and those of an entry are its own', () => {
  const tree = treeOf(read(full));
  for (const [, id] of tree.matchAll(/"href":"#([^"]+)"/g)) expect(tree).toContain(`"id":"${id}"`);
  expect(
    treeOf(read('a[^1]\n\n[^1]: b', { kind: 'entry', file: 'articles/2026/10/15/x.updates/0730-first.mdx' })),
  ).toContain('"id":"0730-first-fn-1"');
});

test('a lone component in a paragraph stands by itself, one among words parts them', () => {
  expect(treeOf(read('<Figure src="a.jpg" /> <Figure src="b.jpg" />'))).not.toContain('"p"');
  expect(treeOf(read('one <Figure src="a.jpg" /> two'))).toMatch(/"one".*"Figure".*"two"/);
});

test('words in a component stand in paragraphs however they were written', () => {
  const written = [
    '<Pullquote>a *b*</Pullquote>',
    '<Pullquote>\na *b*\n</Pullquote>',
    '<Pullquote>\n\na *b*\n\n</Pullquote>',
  ];
  expect(new Set(written.map((source) => treeOf(read(source)))).size).toBe(1);
});

test('the examples of the documentation are read without a word', () => {
  for (const name of bodyComponents) {
    const { example, within } = componentRules[name];
    const source = within === 'Timeline' ? `<Timeline>\n\n${example}\n\n</Timeline>` : example;
    const reading = read(source, { kind: 'live' });
    expect([name, reading.problems, reading.notes]).toEqual([name, [], []]);
  }
});

test('a body knows what it links to and shows, each once and without fragments', () => {
  const { body } = read(
    '[a](/2026/10/14/x#y) [b](/2026/10/14/x?z) [c](https://courier.example/about/ethics) [d](https://example.org)\n\n' +
      '![e](e.jpg)\n\n<Figure src="/media/f.jpg" />\n\n<Figure src="./e.jpg" />\n\n<Video id="g" />\n\n' +
      '<Document src="h.pdf" />\n\n<Audio src="i.mp3" title="j" transcript="k" />\n\n<Table src="l.csv" caption="m" source="n" />',
  );
  expect(body).toMatchObject({
    links: ['/2026/10/14/x', '/about/ethics'],
    pictures: ['articles/2026/10/15/e.jpg', 'media/f.jpg'],
    videos: ['g'],
    assets: ['articles/2026/10/15/h.pdf', 'articles/2026/10/15/i.mp3', 'articles/2026/10/15/l.csv'],
  });
});

test('references stand at their line and column, and say which facts a picture’s own file must give', () => {
  const { references } = read('a [b](/c#d)\n\n<Figure src="e.jpg" alt="f" />\n\n<Figure src="e.jpg" />');
  expect(references).toEqual([
    { what: 'link', to: '/c#d', line: 8, column: 3, field: 'body' },
    {
      what: 'picture',
      to: 'articles/2026/10/15/e.jpg',
      needs: ['credit', 'licence'],
      line: 10,
      column: 1,
      field: 'body',
    },
    {
      what: 'picture',
      to: 'articles/2026/10/15/e.jpg',
      needs: ['alt', 'credit', 'licence'],
      line: 12,
      column: 1,
      field: 'body',
    },
  ]);
});

test('links with www go to https, and links of the paper written in full stay inside', () => {
  expect(treeOf(read('www.example.org and [a](www.example.org/b)'))).toMatch(
    /https:\/\/www\.example\.org".*https:\/\/www\.example\.org\/b"/,
  );
  expect(treeOf(read('[a](https://courier.example/2026/10/14/x#y)'))).toContain('"href":"/2026/10/14/x#y"');
  expect(treeOf(read('[a](mailto:a@b.example) [b](tel:+254700000000) [c](http://example.org)'))).toMatch(
    /mailto:.*tel:.*http:/,
  );
});

test('the text is the words alone: no notes, no numbers of notes, no credit', () => {
  expect(read(full).body?.text).toBe(
    'The bridge\nIt hangs. It still hangs, says https://example.org.\nAt dawn.\na\nb\n1\n2\nThe bridge\none\ntwo',
  );
});

test('a pull quote that repeats the text is counted once, another is part of it', () => {
  expect(read('She said yes.\n\n<Pullquote>She said yes.</Pullquote>').body?.words).toBe(3);
  expect(read('She said yes.\n\n<Pullquote>He said no.</Pullquote>').body?.words).toBe(6);
});

test('updates of a live article become entries and leave the text', () => {
  const reading = read(
    'Before.\n\n<Update at="2026-10-15 07:30" headline="First count" key>\n\nOne [a](/b) two.\n\n</Update>\n\n<Update at="2026-10-15 07:30" headline="Again" />\n\nAfter.',
    { kind: 'live' },
  );
  expect(reading.body?.text).toBe('Before.\nAfter.');
  expect(reading.updates).toMatchObject([
    {
      line: 10,
      entry: {
        slug: '2026-10-15-0730',
        at: Date.UTC(2026, 9, 15, 4, 30),
        headline: 'First count',
        key: true,
        pinned: false,
        authors: [],
        body: { text: 'One a two.', links: ['/b'] },
      },
    },
    { line: 16, entry: { slug: '2026-10-15-0730-2', key: false, body: { words: 0 } } },
  ]);
  expect(JSON.stringify(reading)).not.toContain('dataOffset');
});

test('an update at no time is a problem that shows the time to write', () => {
  const [problem] = read('<Update at="2026-10-15 7:30" headline="a" />', { kind: 'live' }).problems;
  expect(problem).toMatchObject({ line: 8, fix: 'Write:  at="2026-10-15 07:30"' });
});

test('an empty body is a body', () => {
  expect(read('').body).toEqual({
    tree: { type: 'root', children: [] },
    text: '',
    words: 0,
    links: [],
    pictures: [],
    videos: [],
    assets: [],
  });
});

test('Windows line ends change nothing', () => {
  const windows = read(full.replace(/\n/g, '\r\n'));
  expect(treeOf(windows)).toBe(treeOf(read(full)));
  expect(problemsOf(read('a\r\n\r\n{b()}'))).toEqual(['10:1 {b()} is code; articles hold words.']);
});
