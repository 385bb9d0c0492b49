import { describe, expect, test } from 'vitest';
import {
  articleOf,
  goodFields,
  mended,
  notesOf,
  problemsOf,
  read,
  readArticle,
  typed,
} from '#archive/frontMatter/typedForTests';

const good = `---\n${typed(goodFields)}---\n\nWords.\n`;

describe('bytes', () => {
  test('BOM and CRLF are fine', () => {
    expect(articleOf(read(`\ufeff${good.replaceAll('\n', '\r\n')}`)).headline).toBe(goodFields.headline);
    expect(read(`\ufeff${good}`)).toMatchObject({ problems: [], notes: [], mends: [] });
  });

  test('CR alone is one problem, everything else is read on at its line, and is mended', () => {
    const text = good.replaceAll('\n', '\r').replace('counties', 'No Such');
    expect(read(text).problems.map(({ line, field }) => `${line} ${field}`)).toEqual(['1 file', '4 category']);
    expect(mended(good.replaceAll('\n', '\r'))).toBe(good);
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${good}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(good, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${good}`, 'utf16le').swap16()],
  ])('%s is one problem', (_, bytes) => {
    expect(problemsOf(read(bytes))).toEqual(['1:1 file is UTF-16; files are UTF-8. | Save it as UTF-8.']);
  });

  test('invalid UTF-8 is a problem at its line', () => {
    const bytes = Buffer.from(good.replace('Harbour', 'Caf\u00e9'), 'latin1');
    expect(read(bytes).problems).toMatchObject([{ line: 2, field: 'file' }]);
  });

  test('control characters, NUL and forced directions are problems at their place', () => {
    for (const sign of ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u202e', '\u2066']) {
      const reading = readArticle({ headline: `Har${sign}bour` });
      expect(reading.problems[0], JSON.stringify(sign)).toMatchObject({ line: 2, column: 14, fix: 'Delete it.' });
      expect(reading.value).toBeUndefined();
    }
  });

  test('escapes in quotes make no control character and no half of a character', () => {
    for (const escape of ['\\0', '\\x07', '\\u202e', '\\ud800']) {
      expect(readArticle({ headline: `"Har${escape}bour"` }).problems, escape).toMatchObject([
        { line: 2, field: 'headline' },
      ]);
    }
  });

  test('signs of no width are problems in a line, and are taken out by --fix', () => {
    for (const sign of ['\u200b', '\u2060', '\ufeff', ' \u200d', '\u200c ']) {
      const reading = readArticle({ headline: `Har${sign}bour bridge` });
      expect(reading.problems, JSON.stringify(sign)).toMatchObject([{ line: 2, field: 'headline' }]);
    }
    expect(mended(good.replace('Harbour', 'Har\u200bbour'))).toBe(good);
  });

  test('joiners between letters and in emoji are letters like others', () => {
    for (const words of ['می\u200cخواهم', 'क्\u200dष', '👨\u200d👩\u200d👧 at home', '🏳️\u200d🌈', '👩🏽\u200d🚀']) {
      expect(articleOf(readArticle({ headline: words })).headline).toBe(words);
    }
  });

  test('a file over 2 MB is one problem', () => {
    const reading = read(`${good}${'x'.repeat(2 * 1024 * 1024)}`);
    expect(problemsOf(reading)).toEqual([expect.stringContaining('1:1 file is larger than 2 MB.')]);
  });

  test('letters with loose accents are put together by --fix, and nobody is troubled', () => {
    const loose = good.replace('Harbour', 'Cafe\u0301').replace('Words', 'Wo\u0308rter 한글'.normalize('NFD'));
    expect(problemsOf(read(loose))).toEqual([]);
    expect(notesOf(read(loose))).toEqual([]);
    expect(mended(loose)).toBe(loose.normalize('NFC'));
  });
});

describe('the fence', () => {
  test('blanks after its lines are fine', () => {
    expect(articleOf(read(good.replace(/---\n/g, '---  \t\n'))).words).toBe(1);
  });

  test.each([
    ['an empty file', '', /missing/],
    ['no fence', 'Words.', /missing/],
    ['words before it', `Draft\n${good}`, /other words/],
    ['JavaScript', good.replace('---', '---js'), /never code/],
    ['JSON', good.replace('---', '---json'), /never code/],
    ['another mark', good.replaceAll('---', '+++'), /missing/],
    ['no end', `---\n${typed(goodFields)}`, /no closing fence/],
  ])('%s is one problem', (_, text, message) => {
    const reading = read(text);
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]).toMatchObject({ line: 1, field: 'front matter' });
    expect(reading.problems[0]?.message).toMatch(message);
  });

  test('---js never runs and is never read as fields', () => {
    const text = '---js\nglobalThis.hacked = true\n---\n';
    expect(read(text).problems).toHaveLength(1);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  test('where the closing fence is missing, the problem says in which line it belongs, and fields are checked', () => {
    const reading = read(`---\n${typed({ ...goodFields, category: 'No Such' })}\nThe bridge reopened.\n`);
    expect(reading.problems).toMatchObject([
      { line: 1, fix: 'Put a line with --- in line 7.' },
      { line: 4, field: 'category' },
    ]);
  });

  test.each([
    ['———', '———'],
    ['—-', '—-'],
    ['—', '—'],
    ['–––', '---'],
    ['----', '----'],
  ])('%s and %s of a phone keyboard are problems that --fix mends', (opening, closing) => {
    const text = good.replace('---', opening).replace('\n---\n', `\n${closing}\n`);
    expect(read(text).problems[0]).toMatchObject({ line: 1, fix: 'Write:  ---' });
    expect(mended(text)).toBe(good);
  });

  test.each(['\n', '  ', '\n\n', '\u00a0'])('%j before the fence is a problem that --fix mends', (before) => {
    expect(read(before + good).problems).toMatchObject([{ field: 'front matter' }]);
    expect(mended(before + good)).toBe(good);
  });

  test('a missing opening fence is a problem that --fix mends', () => {
    expect(read(good.slice(4)).problems).toMatchObject([{ line: 1, field: 'front matter' }]);
    expect(mended(good.slice(4))).toBe(good);
  });

  test('a line of dashes in the body is the body’s', () => {
    expect(articleOf(read(`${good}\n---\n\n———\n`)).headline).toBe(goodFields.headline);
  });
});

describe('what phone keyboards do is mended, and no word is altered', () => {
  test.each([
    ['headline: “Harbour bridge reopens after eleven days”', 'headline: "Harbour bridge reopens after eleven days"'],
    ['headline: “Bridge: it reopens”', 'headline: "Bridge: it reopens"'],
    ['category: “counties”', 'category: counties'],
    ['authors: [“amina-wafula”, ‘joseph-kiptoo’]', 'authors: [amina-wafula, joseph-kiptoo]'],
    ['authors: amina–wafula', 'authors: amina-wafula'],
    ['category:counties', 'category: counties'],
    ['category：counties', 'category: counties'],
    ['\u00a0category: counties', 'category: counties'],
    ['publishedAt: 2026–10–15 06:00', 'publishedAt: 2026-10-15 06:00'],
    ['publishedAt: “2026-10-15 06:00”', 'publishedAt: 2026-10-15 06:00'],
    ['publishedAt: 2026/10/15 6:00', 'publishedAt: 2026-10-15 06:00'],
    ['publishedAt: 15 October 2026, 6am', 'publishedAt: 2026-10-15 06:00'],
    ['tags:\n\t- bridges', 'tags:\n  - bridges'],
    ['tags:\n– bridges\n– harbour', 'tags:\n- bridges\n- harbour'],
    ['tags:\n  — bridges\n  — harbour', 'tags:\n  - bridges\n  - harbour'],
    ['draft: “false”', 'draft: false'],
  ])('%j becomes %j', (typedSo, better) => {
    const name = /[a-zA-Z]+/.exec(typedSo)?.[0] ?? '';
    const fields = (line: string): string => `---\n${typed({ ...goodFields, [name]: undefined })}${line}\n---\n`;
    expect(read(fields(typedSo)).problems.length).toBeGreaterThan(0);
    expect(mended(fields(typedSo))).toBe(fields(better));
    expect(problemsOf(read(fields(better)))).toEqual([]);
  });

  test.each([
    'headline: ‘He did it’',
    'publishedAt: 2026-10-15',
    'publishedAt: 05/10/2026 06:00',
    'category: Counties',
    'headline: Bridge: it reopens',
    'headlin: Bridge',
    'draft: yes',
  ])('%j is for a person to decide', (line) => {
    const name = /[a-zA-Z]+/.exec(line)?.[0] ?? '';
    const text = `---\n${typed({ ...goodFields, [name]: undefined })}${line}\n---\n`;
    expect(read(text).problems.length).toBeGreaterThan(0);
    expect(mended(text)).toBe(text);
  });

  test('mends never overlap and are in order', () => {
    const text = '\n———\rheadline: “Cafe\u0301”\rtags:\r\t– a\r———\rWo\u0308rter';
    const { mends } = read(text);
    expect(mends.length).toBeGreaterThan(4);
    mends.reduce((last, { from, to }) => {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThanOrEqual(from);
      return to;
    }, 0);
  });
});
