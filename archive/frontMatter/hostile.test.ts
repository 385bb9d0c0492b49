import { expect, test } from 'vitest';
import { goodFields, read, typed } from '#archive/frontMatter/typedForTests';

const fenced = (fields: string): string => `---\n${fields}\n---\n`;

/** Files that were written to hurt whoever reads them. */
const hostile: readonly (readonly [string, string | Buffer])[] = [
  ['a hundred thousand fields', fenced(Array.from({ length: 1e5 }, (_, nth) => `k${nth}: v`).join('\n'))],
  ['six thousand fields', fenced(Array.from({ length: 6000 }, (_, nth) => `k${nth}: v`).join('\n'))],
  ['one field twelve thousand times', fenced('a: b\n'.repeat(12_000))],
  ['fifty thousand brackets', fenced(`a: ${'['.repeat(50_000)}`)],
  ['fifteen thousand braces', fenced(`a: ${'{a: '.repeat(15_000)}`)],
  ['a bracket opened on each line', fenced('a: [\n'.repeat(10_000))],
  ['thirty thousand dashes', fenced(`${'- '.repeat(30_000)}x`)],
  ['thirty thousand question marks', fenced(`${'? '.repeat(30_000)}x`)],
  ['a staircase of fields', fenced(Array.from({ length: 350 }, (_, nth) => `${' '.repeat(nth)}a:`).join('\n'))],
  [
    'references that double nine times over',
    fenced(
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij']
        .map(
          (name, nth) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefghij'[nth] ?? ''}`)
              .join(',')}]`,
        )
        .join('\n')}\nheadline: *j`,
    ),
  ],
  ['sixty thousand blanks in a headline', fenced(`headline: "a${' '.repeat(60_000)}b"`)],
  [
    'sixty thousand blanks in a line that is no field',
    fenced(`headline: x\n${'a '.repeat(10)}${' '.repeat(60_000)}b\nplace: x`),
  ],
  ['sixty thousand blanks before a note', fenced(`headline: a${' '.repeat(60_000)}b # c`)],
  ['twenty thousand colons', fenced('a: '.repeat(20_000))],
  ['sixty thousand quotes', fenced(`headline: ${'"'.repeat(60_000)}`)],
  ['four thousand broken lines', fenced('headline: a: b\n'.repeat(4000))],
  ['eight thousand tabs', fenced('\ta: b\n'.repeat(8000))],
  ['two million CR', '\r'.repeat(2_000_000)],
  ['two million NUL', '\0'.repeat(2_000_000)],
  ['twenty thousand signs without width', fenced(`headline: ${'\u200b'.repeat(20_000)}`)],
  ['twenty thousand forced directions', fenced(`headline: ${'\u202e'.repeat(20_000)}`)],
  ['seven thousand notes', fenced('a: b # c\n'.repeat(7000))],
  ['twenty thousand authors', fenced(`authors: [${'a, '.repeat(20_000)}]`)],
  ['twelve thousand bad authors', fenced(`authors: [${'A B, '.repeat(12_000)}]`)],
  ['a date of two thousand digits', fenced(`publishedAt: ${'9'.repeat(1900)}`)],
  ['a date of nine hundred slashes', fenced(`publishedAt: ${'1/'.repeat(900)}`)],
  ['a conflict that never ends', `---\n<<<<<<< HEAD\n${'a: b\n'.repeat(300_000)}`],
  ['ten thousand conflicts', fenced('<<<<<<< \n'.repeat(6000))],
  ['five megabytes', 'x'.repeat(5 * 1024 * 1024)],
  ['a field whose name is long', fenced(`${'k'.repeat(60_000)}: x`)],
  ['a directive', '%YAML 1.2\n---\nheadline: x\n---\n'],
  ['random bytes', Buffer.from(Array.from({ length: 200_000 }, (_, nth) => (nth * 7919 + ((nth * nth) >> 3)) & 255))],
];

test.each(hostile)(
  '%s: a problem with a line and a fix, in bounded time, and no article',
  { timeout: 20_000 },
  (_, content) => {
    const started = performance.now();
    const reading = read(content);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(reading).not.toHaveProperty('value');
    expect(reading.problems.length).toBeGreaterThan(0);
    expect(reading.problems.length).toBeLessThanOrEqual(500);
    for (const { line, column, message, fix } of reading.problems) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message.length).toBeLessThan(400);
      expect(fix).toMatch(/\S/);
      expect(fix.length).toBeLessThan(400);
    }
    expect(JSON.stringify(reading).length).toBeLessThan(2_000_000);
  },
);

/** What is wrong with the reading of a text, whatever the text. */
const faultsIn = (text: string): readonly string[] => {
  const { problems, mends, ...reading } = read(text);
  const faults: string[] = [];
  if ('value' in reading !== (problems.length === 0)) faults.push('a value beside problems, or neither');
  for (const { fix, message, field } of problems) {
    if (!/\S/.test(fix) || !/[.?]$/.test(message) || field === '' || message === 'cannot be read.') {
      faults.push(`${field} ${message} | ${fix}`);
    }
  }
  let last = 0;
  for (const { from, to } of mends) {
    if (from < last || to < from || to > text.length) faults.push(`a mend from ${from} to ${to}`);
    last = to;
  }
  return faults.map((fault) => `${JSON.stringify(text)}: ${fault}`);
};

/** A stream of numbers that is the same on every machine. */
const numbersFrom = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

test(
  'whatever a slip of the hand makes of a good file, it is read: as an article, or with problems that have a fix',
  { timeout: 60_000 },
  () => {
    const good = `---\n${typed({ ...goodFields, tags: '[a, b]', leadImage: '\n  src: x.jpg\n  alt: "A: b"', corrections: '\n  - on: 2026-10-15 07:00\n    text: A.' })}---\n\nWords.\n`;
    const random = numbersFrom(7);
    const signs = [
      ':',
      ' ',
      '\n',
      '"',
      "'",
      '#',
      '-',
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '\t',
      ',',
      '—',
      '“',
      '\u00a0',
      '\u200b',
      '\r',
      '?',
      '<',
      '\\',
      '\u0000',
      'é',
      '0',
    ];
    const wrong: string[] = [];
    for (let nth = 0; nth < 500; nth += 1) {
      let text = good;
      for (let slips = 1 + Math.floor(random() * 3); slips > 0; slips -= 1) {
        const at = Math.floor(random() * text.length);
        const sign = signs[Math.floor(random() * signs.length)] ?? '';
        text = text.slice(0, at) + (random() < 0.6 ? sign : '') + text.slice(at + (random() < 0.5 ? 1 : 0));
      }
      wrong.push(...faultsIn(text));
    }
    expect(wrong).toEqual([]);
  },
);
