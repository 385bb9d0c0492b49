/** A body can be as hostile as it likes: there is an answer, soon, and the process lives. */
import { expect, test } from 'vitest';
import { read } from '#archive/body/reading.cases';

const times = (text: string, n: number): string => text.repeat(n);
const big = 1_000_000;

/** Each ended the process, or took between a second and many minutes, when given to the parser as it stands. */
const hostile: readonly (readonly [name: string, body: string])[] = [
  ['10,000 nested quotations', `${times('> ', 10_000)}a`],
  ['900,000 quotation marks', `${times('>', 900_000)}a`],
  ['300,000 nested lists', `${times('1. ', 300_000)}a`],
  ['lists nested by blanks', Array.from({ length: 1300 }, (_, i) => `${times(' ', i)}- a`).join('\n')],
  ['100,000 brackets', times('[', 100_000)],
  ['a million brackets', times('[', big)],
  ['100,000 closed brackets', times('[', 100_000) + times(']', 100_000)],
  ['5,000 nested components', `${times('<Quote lang="ar">', 5000)}a${times('</Quote>', 5000)}`],
  ['1,900 open components', times('<Quote lang="ar">\n', 1900)],
  ['100,000 open components', times('<Quote>\n', 100_000)],
  ['a million pointed brackets', times('<', big)],
  ['a million braces', times('{', big)],
  ['20,000 parentheses in a brace', `{${times('(', 20_000)}1${times(')', 20_000)}}`],
  ['200,000 brackets in a prop', `<Figure src="a.jpg" focus={${times('[', 200_000)}${times(']', 200_000)}} />`],
  ['1,900 brackets in a prop', `<Figure src="a.jpg" focus={${times('[', 900)}${times(']', 900)}} />`],
  ['250,000 words in braces', times('{a} ', 250_000)],
  ['90,000 notes to the desk', times('{/* a */} ', 90_000)],
  ['200,000 open notes to the desk', times('<!-- ', 200_000)],
  ['a table of a million cells', `|${times('a|', 1000)}\n|${times('-|', 1000)}\n${times('|\n', 1000)}`],
  ['200,000 entities', times('&amp;', 200_000)],
  ['200,000 footnote marks', `[^a]: x\n\n${times('[^a] ', 200_000)}`],
  ['100,000 links with a long address', `[a]: /${times('x', 300_000)}\n\n${times('[a] ', 100_000)}`],
  ['80,000 imports', times('import a\n\n', 80_000)],
  ['100,000 dashes to set', times('"é"--', 100_000)],
  ['a long line of marks', times('é *b* “[c]', 90_000)],
  ['150,000 equal headings', times('## a\n\n', 150_000)],
  ['200,000 emphases', times('*a **a ', 140_000)],
  ['backticks of every length', Array.from({ length: 1300 }, (_, i) => times('`', i)).join(' ')],
  ['an attribute of a megabyte', `<Quote lang="${times('x', 900_000)}">a</Quote>`],
  ['200,000 tags of HTML', times('<p class=x>a', 80_000)],
  ['a thousand signs in as many paragraphs', times('a <5 {b}\n\n', 900)],
];

test.each(hostile)('%s', { timeout: 20_000 }, (_, body) => {
  const start = process.cpuUsage();
  const reading = read(body, {}, { smartPunctuation: true });
  const { user, system } = process.cpuUsage(start);
  expect(JSON.stringify(reading).length).toBeLessThan(80_000_000);
  // Generous: the tests run beside others. Alone, none takes more than two seconds.
  expect((user + system) / 1e6).toBeLessThan(8);
});

test('whatever is written, the answer is one of the two: a body, or a problem', () => {
  const pieces = [
    'a',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '`',
    '```\n',
    '*',
    '[',
    '](',
    ')',
    '<',
    '</',
    '>',
    '/>',
    '{',
    '}',
    '={',
    '<Quote lang="ar">',
    '</Quote>',
    '<Figure src="a.jpg"',
    '<!--',
    '-->',
    '{/*',
    '*/}',
    '<b>',
    '|',
    '|-|\n',
    '\\',
    '&#x202e;',
    'import ',
    '"',
    '“',
    '\u0000',
    '\ud800',
    '\r',
    'é😀',
    '<https://a.b>',
    '![',
    '# ',
  ];
  let seed = 42;
  const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (let i = 0; i < 1500; i += 1) {
    const source = Array.from(
      { length: 1 + Math.floor(next() * 14) },
      () => pieces[Math.floor(next() * pieces.length)],
    ).join('');
    const { body, problems } = read(source);
    expect([source, (body === undefined) === problems.length > 0]).toEqual([source, true]);
  }
});
