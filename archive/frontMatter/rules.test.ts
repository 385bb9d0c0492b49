import { describe, expect, test } from 'vitest';
import {
  articleOf,
  notesOf,
  problemsOf,
  read,
  readArticle,
  goodFields,
  typed,
} from '#archive/frontMatter/typedForTests';

describe('the shortest article', () => {
  test('has five fields and an empty body', () => {
    expect(articleOf(readArticle())).toEqual({
      file: 'articles/2026/10/15/harbour-bridge-reopens.mdx',
      address: '/2026/10/15/harbour-bridge-reopens',
      kind: 'news',
      headline: 'Harbour bridge reopens after eleven days',
      standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.',
      category: 'counties',
      authors: ['amina-wafula', 'joseph-kiptoo'],
      tags: [],
      publishedAt: Date.UTC(2026, 9, 15, 3),
      draft: false,
      summary: [],
      corrections: [],
      related: [],
      aliases: [],
      comments: true,
      words: 0,
    });
    expect(readArticle()).toMatchObject({ problems: [], notes: [], mends: [] });
  });

  test('optional facts that are not there are absent, never undefined', () => {
    expect(Object.values(articleOf(readArticle()))).not.toContain(undefined);
  });

  test('it says which files and addresses it points at, and where', () => {
    const fields = {
      related: '[/2026/10/04/closed]',
      aliases: '["/?p=4711"]',
      series: '{ of: bridges, part: 2 }',
      leadVideo: 'cat',
      leadImage: 'bridge.jpg',
      translationOf: '/2026/10/15/daraja',
    };
    const { references } = readArticle(fields);
    expect(
      references.map(({ what, to, line, column, field, needs }) => [what, to, `${line}:${column}`, field, needs]),
    ).toEqual([
      ['category', 'counties', '4:11', 'category', undefined],
      ['author', 'amina-wafula', '5:11', 'authors.0', undefined],
      ['author', 'joseph-kiptoo', '5:25', 'authors.1', undefined],
      ['video', 'cat', '10:12', 'leadVideo', undefined],
      ['series', 'bridges', '9:15', 'series.of', undefined],
      ['related', '/2026/10/04/closed', '7:11', 'related.0', undefined],
      ['alias', '/?p=4711', '8:11', 'aliases.0', undefined],
      ['translation', '/2026/10/15/daraja', '12:16', 'translationOf', undefined],
      ['picture', 'articles/2026/10/15/bridge.jpg', '11:12', 'leadImage', ['alt', 'credit', 'licence']],
    ]);
  });
});

describe('lengths', () => {
  test('a headline over 110 characters is a note, counted in code points after NFC', () => {
    expect(notesOf(readArticle({ headline: 'x'.repeat(110) }))).toEqual([]);
    expect(readArticle({ headline: 'x'.repeat(111) }).notes).toMatchObject([{ field: 'headline', line: 2, column: 1 }]);
    expect(notesOf(readArticle({ headline: '𝒳'.repeat(110) }))).toEqual([]);
    expect(notesOf(readArticle({ headline: 'e\u0301'.repeat(110) }))).toEqual([]);
  });

  test('a standfirst outside 40 to 250 characters is a note', () => {
    const lengths = [39, 40, 250, 251].map((length) => readArticle({ standfirst: 'x'.repeat(length) }).notes.length);
    expect(lengths).toEqual([1, 0, 0, 1]);
  });

  test('a missing standfirst is a note for brief and live, else a problem', () => {
    const without = (kind: string, more = {}) => readArticle({ standfirst: undefined, kind, ...more });
    expect(without('brief').notes).toMatchObject([{ field: 'standfirst' }]);
    expect(without('live', { coverage: '{ start: 2026-10-15 06:00 }' }).notes).toMatchObject([{ field: 'standfirst' }]);
    expect(without('news').problems).toMatchObject([{ field: 'standfirst', message: 'is missing.' }]);
  });

  test('a summary of one or of five is a note, of two to four none', () => {
    const notes = [0, 1, 2, 4, 5].map(
      (count) => readArticle({ summary: count === 0 ? '' : '\n  - It is so.'.repeat(count) }).notes.length,
    );
    expect(notes).toEqual([0, 1, 0, 0, 1]);
  });
});

describe('kinds', () => {
  test('live needs coverage.start, and coverage elsewhere is a note', () => {
    expect(readArticle({ kind: 'live' }).problems).toMatchObject([{ field: 'coverage' }]);
    expect(readArticle({ kind: 'live', coverage: '{ end: 2026-10-15 06:00 }' }).problems).toMatchObject([
      { field: 'coverage.start' },
    ]);
    expect(readArticle({ coverage: '{ start: 2026-10-15 06:00 }' }).notes).toMatchObject([{ field: 'coverage' }]);
  });

  test('a sponsored piece names its sponsor, and no other kind may', () => {
    const sponsor = '{ name: Harbour Trust }';
    expect(articleOf(readArticle({ kind: 'sponsored', sponsor })).sponsor).toEqual({ name: 'Harbour Trust' });
    expect(readArticle({ kind: 'sponsored' }).problems).toMatchObject([{ field: 'sponsor' }]);
    expect(readArticle({ sponsor }).problems).toMatchObject([{ field: 'sponsor' }]);
  });

  test('agency copy is syndicated unless it says otherwise', () => {
    expect(articleOf(readArticle({ source: '{ name: Agency }' })).source).toEqual({ name: 'Agency', syndicate: true });
    expect(articleOf(readArticle({ source: '{ name: Agency, syndicate: false }' })).source?.syndicate).toBe(false);
  });
});

describe('names of files', () => {
  test.each([
    ['Amina Wafula', 'amina-wafula'],
    ['amina-wafula.mdx', 'amina-wafula'],
    ['content/authors/amina-wafula', 'amina-wafula'],
    ['Amina', 'amina'],
    ['amina_wafula', 'amina-wafula'],
    ['-amina', 'amina'],
  ])('the author %j is a problem that shows %s', (written, meant) => {
    expect(readArticle({ authors: written }).problems).toMatchObject([
      { field: 'authors', fix: `Write:  authors: ${meant}` },
    ]);
  });

  test('names of any script are names', () => {
    expect(articleOf(readArticle({ authors: 'wanjirũ-ngũgĩ, أحمد, 日本' })).authors).toEqual([
      'wanjirũ-ngũgĩ',
      'أحمد',
      '日本',
    ]);
    expect(articleOf(readArticle({ category: 'cafe\u0301' })).category).toBe('caf\u00e9');
  });

  test('the same author twice is a note and stands once', () => {
    const reading = readArticle({ authors: 'amina, amina' });
    expect(articleOf(reading).authors).toEqual(['amina']);
    expect(reading.notes).toMatchObject([{ field: 'authors.1' }]);
  });
});

describe('tags', () => {
  test('are words in any case with one address each', () => {
    const { tags } = articleOf(readArticle({ tags: '[History of Science, Ngũgĩ, "Women’s rights"]' }));
    expect(tags).toEqual([
      { slug: 'history-of-science', name: 'History of Science' },
      { slug: 'ngũgĩ', name: 'Ngũgĩ' },
      { slug: 'womens-rights', name: 'Women’s rights' },
    ]);
  });

  test('the same tag twice is a note, one without letters a problem', () => {
    const twice = readArticle({ tags: '[Bridges, bridges]' });
    expect(articleOf(twice).tags).toHaveLength(1);
    expect(twice.notes).toHaveLength(1);
    expect(readArticle({ tags: '["!!!"]' }).problems).toMatchObject([{ field: 'tags' }]);
  });
});

describe('addresses', () => {
  test.each(['bridge', 'https://evil.example/x', '//evil.example/x', '/a b', '/a\\b', 'www.example.org', ''])(
    'the alias %j is a problem or absent',
    (alias) => {
      const reading = readArticle({ aliases: `["${alias.replace('\\', '\\\\')}"]` });
      if (alias === '') expect(articleOf(reading).aliases).toEqual([]);
      else expect(reading.problems).toMatchObject([{ field: 'aliases.0' }]);
    },
  );

  test('an alias may carry a query and letters of any script', () => {
    expect(articleOf(readArticle({ aliases: '["/?p=4711", /ältere/adresse]' })).aliases).toEqual([
      '/?p=4711',
      '/ältere/adresse',
    ]);
  });

  test('an alias that is the article’s own address is a problem', () => {
    expect(readArticle({ aliases: '/2026/10/15/harbour-bridge-reopens' }).problems).toMatchObject([
      { field: 'aliases.0' },
    ]);
  });

  test.each(['https://other.example/x', '2026/10/15/x', '/2026/10/15/a b', 'mailto:x@y.z'])(
    'related: %j is a note and left out',
    (related) => {
      const reading = readArticle({ related: `["${related}"]` });
      expect(articleOf(reading).related).toEqual([]);
      expect(reading.notes).toMatchObject([{ field: 'related.0' }]);
    },
  );

  test('related: this article itself is a note and left out', () => {
    const reading = readArticle({ related: '[/2026/10/15/harbour-bridge-reopens, /2026/10/04/x#part]' });
    expect(articleOf(reading).related).toEqual(['/2026/10/04/x']);
    expect(reading.notes).toMatchObject([{ field: 'related.0' }]);
  });

  test('the paper’s own address in full is understood, with a note', () => {
    const reading = readArticle({ related: 'https://courier.example/2026/10/04/x' });
    expect(articleOf(reading).related).toEqual(['/2026/10/04/x']);
    expect(reading.notes).toMatchObject([{ fix: 'Write:  related: /2026/10/04/x' }]);
  });

  test.each([
    ['www.example.org', 'Write:  origin: { name: X, url: https://www.example.org }'],
    ['javascript:alert(1)', 'Write it like https://example.org/page.'],
    ['data:text/html,x', 'Write it like https://example.org/page.'],
    ['https://user:pass@example.org/', 'Write it like https://example.org/page.'],
    ['/path', 'Write it like https://example.org/page.'],
  ])('the web address %s is a problem', (url, fix) => {
    expect(readArticle({ origin: `{ name: X, url: "${url}" }` }).problems).toMatchObject([{ field: 'origin.url' }]);
    if (!fix.startsWith('Write:'))
      expect(readArticle({ origin: `{ name: X, url: "${url}" }` }).problems[0]?.fix).toBe(fix);
  });

  test('http and https addresses are kept as typed', () => {
    const origin = articleOf(readArticle({ origin: '{ name: X, url: http://example.org/a?b=c#d }' })).origin;
    expect(origin).toEqual({ name: 'X', url: 'http://example.org/a?b=c#d' });
  });
});

describe('pictures', () => {
  const folder = 'articles/2026/10/15';

  test('a lead photo may be a file name or a map', () => {
    expect(articleOf(readArticle({ leadImage: 'bridge.jpg' })).leadImage).toEqual({ file: `${folder}/bridge.jpg` });
    expect(articleOf(readArticle({ leadImage: './bridge.jpg' })).leadImage).toEqual({ file: `${folder}/bridge.jpg` });
    expect(articleOf(readArticle({ leadImage: '/media/bridge.jpg' })).leadImage).toEqual({ file: 'media/bridge.jpg' });
    const leadImage =
      '{ src: bridge.jpg, alt: A bridge, focus: [0.5, 0.3], zoom: 1.5, licenceUrl: https://example.org }';
    expect(articleOf(readArticle({ leadImage })).leadImage).toEqual({
      file: `${folder}/bridge.jpg`,
      alt: 'A bridge',
      focus: [0.5, 0.3],
      zoom: 1.5,
      licenceUrl: 'https://example.org',
    });
  });

  test('what the article itself says is not asked of the picture', () => {
    const { references } = readArticle({
      leadImage: '{ src: b.jpg, alt: A bridge, credit: K. Otieno, licence: CC BY 4.0 }',
    });
    expect(references.find(({ what }) => what === 'picture')).not.toHaveProperty('needs');
  });

  test('an empty description is never one of a lead photo', () => {
    expect(readArticle({ leadImage: '{ src: b.jpg, alt: "" }' }).problems).toMatchObject([{ field: 'leadImage.alt' }]);
  });

  test.each(['https://example.org/x.jpg', '//example.org/x.jpg', '../../../../../x.jpg', 'data:image/png;base64,AA'])(
    '%s is a problem',
    (src) => {
      expect(readArticle({ leadImage: src }).problems).toMatchObject([{ field: 'leadImage' }]);
    },
  );

  test.each([
    ['focus: [0.5]', 'leadImage.focus'],
    ['focus: [0.5, 1.2]', 'leadImage.focus.1'],
    ['focus: [-0.1, 0.5]', 'leadImage.focus.0'],
    ['focus: [a, b]', 'leadImage.focus.0'],
    ['focus: [0.1, 0.2, 0.3]', 'leadImage.focus'],
    ['focus: 0.5', 'leadImage.focus'],
    ['zoom: 0.5', 'leadImage.zoom'],
    ['zoom: 5', 'leadImage.zoom'],
  ])('%s is a problem', (fact, field) => {
    expect(readArticle({ leadImage: `{ src: b.jpg, ${fact} }` }).problems[0]?.field).toBe(field);
  });
});

describe('series, languages and numbers', () => {
  test.each(['0', '-1', '1.5', 'two', '1e2', '99999999999'])('part %s is no part', (part) => {
    expect(readArticle({ series: `{ of: bridges, part: ${part} }` }).problems).toMatchObject([
      { field: 'series.part' },
    ]);
  });

  test.each([
    ['sw', 'sw'],
    ['pt-br', 'pt-BR'],
    ['zh-Hans', 'zh-Hans'],
  ])('lang %s', (lang, canonical) => {
    expect(articleOf(readArticle({ lang })).lang).toBe(canonical);
  });

  test('a language that is none is a problem', () => {
    expect(readArticle({ lang: 'Swahili' }).problems).toMatchObject([{ field: 'lang' }]);
    expect(readArticle({ lang: 'en_GB' }).problems[0]?.fix).toBe('Write:  lang: en-GB');
  });
});

describe('front matter and body together', () => {
  test('all problems of fields and body come at once, ordered by line', () => {
    const reading = read(
      `---\n${typed({ ...goodFields, category: 'No', kind: 'x' })}---\n\nWords {process.env.HOME}.\n`,
    );
    expect(reading.problems.map(({ line, field }) => `${line} ${field}`)).toEqual(['4 category', '7 kind', '10 body']);
    expect(problemsOf(reading).every((line) => / \| \S/.test(line))).toBe(true);
  });

  test('mends of the body count in the whole file', () => {
    const text = `---\n${typed(goodFields)}---\n\nIt costs <5%.\n`;
    const [mend] = read(text).mends;
    expect(mend && text.slice(mend.from)).toMatch(/^<5%/);
  });
});
