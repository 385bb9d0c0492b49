import { describe, expect, test } from 'vitest';
import {
  articleFile,
  articleOf,
  goodFields,
  nairobi,
  notesOf,
  problemsOf,
  read,
  readArticle,
  typed,
} from '#archive/frontMatter/typedForTests';

const six = Date.UTC(2026, 9, 15, 3);

describe('times of an article', () => {
  test('the clock on the newsroom’s wall is the publication’s zone', () => {
    expect(articleOf(readArticle()).publishedAt).toBe(six);
    expect(articleOf(readArticle({ publishedAt: '2026-10-15T06:00:00' })).publishedAt).toBe(six);
    expect(articleOf(readArticle({ publishedAt: '"2026-10-15 06:00"' })).publishedAt).toBe(six);
  });

  test('an offset that is not the zone’s own gets a note with both readings, and counts', () => {
    const reading = readArticle({ publishedAt: '2026-10-15 03:00Z' });
    expect(articleOf(reading).publishedAt).toBe(six);
    expect(notesOf(reading)).toEqual([
      "6:14 publishedAt is 2026-10-15 06:00 on the newsroom's clock (+03:00); without the Z it would be 03:00 there. | Write:  publishedAt: 2026-10-15 06:00",
    ]);
    expect(notesOf(readArticle({ publishedAt: '2026-10-15 06:00+03:00' }))).toEqual([]);
  });

  test.each([
    '6am',
    '2026-10-15',
    '15/10/2026',
    '2026-10-15 24:00',
    '2026-02-30 06:00',
    '2026-10-15 06:00:60',
    '2026-10-15 06:00+0300',
  ])('%s is a problem that shows the line to write', (publishedAt) => {
    const [problem, ...others] = readArticle({ publishedAt }).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 6, column: 14, field: 'publishedAt' });
    expect(problem?.fix).toMatch(/2026-\d\d-\d\d \d\d:\d\d/);
  });

  test('a time the clock skips, and one it shows twice, in the zone of the publication', () => {
    const at = (publishedAt: string, day: string) =>
      read(`---\n${typed({ ...goodFields, publishedAt })}---\n`, `articles/${day}/x.mdx`, {
        ...nairobi,
        timeZone: 'Europe/Berlin',
      });
    expect(at('2026-03-29 02:30', '2026/03/29').problems[0]?.fix).toBe('Write:  publishedAt: 2026-03-29 03:30');
    expect(at('2026-10-25 02:30', '2026/10/25').problems[0]?.fix).toMatch(/\+02:00.* or .*\+01:00/);
    expect(at('2026-10-25 02:30+01:00', '2026/10/25').problems).toEqual([]);
  });

  test('the folder’s day is the publication’s day in its own zone', () => {
    expect(readArticle({ publishedAt: '2026-10-15 00:00' }).problems).toEqual([]);
    expect(readArticle({ publishedAt: '2026-10-14 22:30Z' }).problems).toEqual([]);
    expect(problemsOf(readArticle({ publishedAt: '2026-10-16 06:00' }))).toEqual([
      '6:1 publishedAt is 2026-10-16 in Africa/Nairobi, and the file lies in articles/2026/10/15. | Move the file to articles/2026/10/16/harbour-bridge-reopens.mdx, or correct the date.',
    ]);
  });

  test('an update before publication is a problem in the words of the manual', () => {
    expect(problemsOf(readArticle({ updatedAt: '2026-10-15 05:30' }))).toEqual([
      '7:1 updatedAt is before publishedAt (05:30 < 06:00). | Write a later moment or leave it out.',
    ]);
    expect(articleOf(readArticle({ updatedAt: '2026-10-15 06:00' })).updatedAt).toBe(six);
  });

  test('an expiry that is not after publication is a problem', () => {
    expect(readArticle({ expiresAt: '2026-10-15 06:00' }).problems).toMatchObject([{ field: 'expiresAt' }]);
    expect(readArticle({ expiresAt: '2025-10-15 06:00' }).problems).toMatchObject([{ field: 'expiresAt' }]);
    expect(articleOf(readArticle({ expiresAt: '2026-10-15 06:01' })).expiresAt).toBe(six + 60_000);
  });

  test('no correction is older than the article', () => {
    const reading = readArticle({
      corrections: '\n  - on: 2026-10-15 07:00\n    text: Fine.\n  - { on: 2026-10-14 07:00, text: Too early. }',
    });
    expect(reading.problems).toMatchObject([{ line: 10, field: 'corrections.1.on' }]);
  });

  test('a coverage that ends before it begins is a problem', () => {
    const live = { kind: 'live', coverage: '{ start: 2026-10-15 06:00, end: 2026-10-15 05:00 }' };
    expect(readArticle(live).problems).toMatchObject([{ field: 'coverage.end' }]);
  });

  test('no Update in the body is dated after the end of the coverage', () => {
    const coverage = '{ start: 2026-10-15 06:00, end: 2026-10-15 08:00 }';
    const body =
      '\n<Update at="2026-10-15 07:00" headline="First">\n\nWords.\n\n</Update>\n\n<Update at="2026-10-15 09:00" headline="Second">\n\nWords.\n\n</Update>\n';
    const reading = readArticle({ kind: 'live', coverage }, body);
    expect(reading.problems).toMatchObject([{ field: 'body', line: 17 }]);
    const ended = readArticle({ kind: 'live', coverage: '{ start: 2026-10-15 06:00 }' }, body);
    expect(ended.value).toMatchObject({ updates: [{ headline: 'First' }, { headline: 'Second' }] });
  });

  test('taking down is never refused for its date', () => {
    const withdrawn = '{ on: 2020-01-01 00:00, reason: Taken down. }';
    expect(articleOf(readArticle({ withdrawn })).withdrawn?.reason).toBe('Taken down.');
  });

  test('words about a file name its line although a mark of byte order and CRLF stand in it', () => {
    const text = `\ufeff---\n${typed({ ...goodFields, updatedAt: '2026-10-15 05:30' })}---\n`.replaceAll('\n', '\r\n');
    expect(read(text, articleFile).problems).toMatchObject([{ line: 7, column: 1, field: 'updatedAt' }]);
  });
});
