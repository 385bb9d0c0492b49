import { expect, test } from 'vitest';
import { edited } from '#newsroom/move/edits';
import { aliasEdits, frontMatterOf, setField } from '#newsroom/move/frontMatter';

const file = (lines: readonly string[], lineEnd: string): string =>
  ['\ufeff---', '# a note', "headline: 'Quoted'", ...lines, '---', '', 'aliases: [/not-this]', ''].join(lineEnd);

const opened = (lines: readonly string[], lineEnd = '\n') => {
  const front = frontMatterOf('articles/2026/10/15/a.mdx', Buffer.from(file(lines, lineEnd)));
  if (!front) throw new Error('no front matter');
  return front;
};

type Form = readonly [what: string, aliases: readonly string[], before: readonly string[], after: readonly string[]];

const added: readonly Form[] = [
  ['where there are none', [], ['tags: [x]'], ['tags: [x]', 'aliases: [/new]']],
  ['in brackets', ['/a', '/?p=1'], ['aliases: [/a, "/?p=1"]'], ['aliases: [/a, "/?p=1", /new]']],
  ['in empty brackets', [], ['aliases: []'], ['aliases: [/new]']],
  [
    'in brackets over lines',
    ['/a', '/b'],
    ['aliases: [', '  /a,', '  # note', '  /b', ']'],
    ['aliases: [', '  /a,', '  # note', '  /b, /new', ']'],
  ],
  [
    'with dashes',
    ['/a', '/b'],
    ['aliases:', "  - '/a'", '  # note', '  - /b', 'tags: [x]'],
    ['aliases:', "  - '/a'", '  # note', '  - /b', '  - /new', 'tags: [x]'],
  ],
  ['with dashes at the margin', ['/a'], ['aliases:', '- /a'], ['aliases:', '- /a', '- /new']],
  ['as one value', ['/a'], ['aliases: /a'], ['aliases: [/a, /new]']],
  ['as one quoted value', ['/?p=1'], ['aliases: "/?p=1"'], ['aliases: ["/?p=1", /new]']],
  ['as one value with commas', ['/a', '/b'], ['aliases: /a, /b'], ['aliases: [/a, /b, /new]']],
  ['left empty', [], ['aliases:', 'tags: [x]'], ['aliases: [/new]', 'tags: [x]']],
];

test.each(added)('an old address joins aliases %s, and every other letter stays', (_, aliases, before, after) => {
  for (const lineEnd of ['\n', '\r\n']) {
    const front = opened(before, lineEnd);
    expect(edited(front.text, aliasEdits(front, aliases, { add: '/new' }))).toBe(file(after, lineEnd));
  }
});

const taken: readonly Form[] = [
  ['the first of a list in brackets', ['/a', '/b'], ['aliases: [/a, "/b"]'], ['aliases: ["/b"]']],
  ['the last', ['/b', '/a'], ['aliases: [/b, /a]'], ['aliases: [/b]']],
  ['the only one', ['/a'], ['aliases: [/a]'], ['aliases: []']],
  ['one with a dash', ['/a', '/b'], ['aliases:', '  - "/a"', '  - /b'], ['aliases:', '  - /b']],
  ['the only one with a dash', ['/a'], ['aliases:', '  - /a', 'tags: [x]'], ['tags: [x]']],
  ['one of a single value', ['/a', '/b'], ['aliases: /a, /b'], ['aliases: [/b]']],
  ['the single value', ['/a'], ['aliases: /a', 'tags: [x]'], ['tags: [x]']],
];

test.each(taken)('an address that is old no more is taken out: %s', (_, aliases, before, after) => {
  for (const lineEnd of ['\n', '\r\n']) {
    const front = opened(before, lineEnd);
    expect(edited(front.text, aliasEdits(front, aliases, { take: '/a' }))).toBe(file(after, lineEnd));
  }
});

test('one that goes leaves its place to the one that comes', () => {
  for (const [before, after] of [
    [['aliases: [/x, /a]'], ['aliases: [/x, /new]']],
    [
      ['aliases:', '  - /x', "  - '/a'"],
      ['aliases:', '  - /x', '  - /new'],
    ],
  ] as const) {
    const front = opened(before);
    expect(edited(front.text, aliasEdits(front, ['/x', '/a'], { take: '/a', add: '/new' }))).toBe(file(after, '\n'));
  }
});

test('a field gets another value, and one that is missing a line', () => {
  for (const [before, after] of [
    [
      ['category: "old"', 'tags: [x]'],
      ['category: new', 'tags: [x]'],
    ],
    [
      ['category:', 'tags: [x]'],
      ['category: new', 'tags: [x]'],
    ],
    [['tags: [x]'], ['tags: [x]', 'category: new']],
  ] as const) {
    const front = opened(before, '\r\n');
    expect(edited(front.text, [setField(front, 'category', 'new')])).toBe(file(after, '\r\n'));
  }
});

test('front matter that cannot be told apart is left to its editor', () => {
  for (const text of ['no fence', '---\na: [b\n---\n', '---\n{ a: b }\n---\n', '—\na: b\n---\n'])
    expect(frontMatterOf('articles/2026/10/15/a.mdx', Buffer.from(text))).toBeUndefined();
  expect(frontMatterOf('articles/2026/10/15/a.mdx', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0x0a]))).toBeUndefined();
});
