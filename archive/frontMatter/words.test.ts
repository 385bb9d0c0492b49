import { describe, expect, test } from 'vitest';
import {
  articleOf,
  notesOf,
  problemsOf,
  read,
  readArticle,
  typed,
  goodFields,
} from '#archive/frontMatter/typedForTests';

describe('words are words', () => {
  test.each([
    ['1984', '1984'],
    ['No', 'No'],
    ['yes', 'yes'],
    ['null', 'null'],
    ['~', '~'],
    ['0x10', '0x10'],
    ['1e3', '1e3'],
    ['2026-10-15', '2026-10-15'],
    ['.5', '.5'],
    ['=', '='],
    ["Don't panic", "Don't panic"],
    ['Costs 5% more', 'Costs 5% more'],
    ['Half:a story', 'Half:a story'],
    ['It is 06:00', 'It is 06:00'],
    ['a, b, c', 'a, b, c'],
    ['“Bridge” reopens', '“Bridge” reopens'],
    ['Bridge — reopened', 'Bridge — reopened'],
    ['"“He did it”"', '“He did it”'],
    ['Kenya’s bridge', 'Kenya’s bridge'],
    ['"quoted: with colon #1"', 'quoted: with colon #1'],
    ["'it''s'", "it's"],
  ])('the headline %j is %j', (typedAs, headline) => {
    const reading = readArticle({ headline: typedAs });
    expect(articleOf(reading).headline).toBe(headline);
  });

  test('the place No, the tag 007 and the tag on stay as typed', () => {
    const article = articleOf(readArticle({ place: 'No', tags: '[007, on, 1.0, Null]' }));
    expect(article.place).toBe('No');
    expect(article.tags.map(({ name }) => name)).toEqual(['007', 'on', '1.0', 'Null']);
  });

  test('names and tags with commas are lists, one value is a list of one', () => {
    const article = articleOf(readArticle({ authors: 'amina-wafula, joseph-kiptoo', tags: 'history' }));
    expect(article.authors).toEqual(['amina-wafula', 'joseph-kiptoo']);
    expect(article.tags).toEqual([{ slug: 'history', name: 'history' }]);
    expect(articleOf(readArticle({ tags: 'a, , b,' })).tags.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });

  test('a summary of one sentence keeps its commas', () => {
    const { summary } = articleOf(readArticle({ summary: 'The bridge, which was closed, is open.' }));
    expect(summary).toEqual(['The bridge, which was closed, is open.']);
  });

  test('one-line fields are joined and trimmed', () => {
    const headline = '>\n  Harbour bridge\n  reopens\n';
    expect(articleOf(readArticle({ headline })).headline).toBe('Harbour bridge reopens');
    expect(articleOf(readArticle({ headline: 'Harbour\n  bridge' })).headline).toBe('Harbour bridge');
    expect(articleOf(readArticle({ headline: '"  Harbour bridge  "' })).headline).toBe('Harbour bridge');
    expect(articleOf(readArticle({ headline: '|\n  Harbour\n\n  bridge' })).headline).toBe('Harbour bridge');
  });

  test('words are compared and kept in NFC', () => {
    expect(articleOf(readArticle({ headline: 'Cafe\u0301' })).headline).toBe('Caf\u00e9');
  });
});

describe('what YAML would drop, split or rename in silence shows the line in quotes', () => {
  test.each([
    ['headline', 'We are #1 in Kenya', null],
    ['headline', 'We are #1', null],
    ['headline', 'Bridge opens #harbour', 'Write:  headline: "Bridge opens #harbour"'],
    ['headline', 'Bridge: it reopens', 'Write:  headline: "Bridge: it reopens"'],
    ['headline', 'Bridge "x": it reopens', `Write:  headline: 'Bridge "x": it reopens'`],
    ['headline', '[Breaking] Bridge reopens', 'Write:  headline: "[Breaking] Bridge reopens"'],
    ['headline', '[Breaking]', 'Write:  headline: "[Breaking]"'],
    ['headline', '{sic} Bridge', 'Write:  headline: "{sic} Bridge"'],
    ['headline', '{sic}', 'Write:  headline: "{sic}"'],
    ['headline', '&Beyond reopens', 'Write:  headline: "&Beyond reopens"'],
    ['headline', '*Star* reopens', 'Write:  headline: "*Star* reopens"'],
    ['headline', '*Star', 'Write:  headline: "*Star"'],
    ['headline', '!Kung people return', 'Write:  headline: "!Kung people return"'],
    ['headline', '@courier writes', 'Write:  headline: "@courier writes"'],
    ['headline', '%age points', 'Write:  headline: "%age points"'],
    ['headline', '>50 people came', 'Write:  headline: ">50 people came"'],
    ['headline', '|pipes| are back', 'Write:  headline: "|pipes| are back"'],
    ['headline', '`code` of the harbour', 'Write:  headline: "`code` of the harbour"'],
    ['headline', '"Bridge" reopens', `Write:  headline: '"Bridge" reopens'`],
    ['headline', "'Bridge' reopens", `Write:  headline: "'Bridge' reopens"`],
    ['headline', "'it's open'", `Write:  headline: "it's open"`],
    ['headline', '"He said "no" again"', `Write:  headline: 'He said "no" again'`],
    ['headline', '"Bridge reopens', 'Write:  headline: "Bridge reopens"'],
    ['headline', '"a\\qb"', `Write:  headline: 'a\\qb'`],
    ['headline', '- Bridge reopens', 'Write:  headline: "- Bridge reopens"'],
    ['headline', '“Bridge reopens”', 'Write:  headline: "Bridge reopens"'],
    ['headline', '“Bridge: it reopens”', 'Write:  headline: "Bridge: it reopens"'],
    ['place', 'No #5', 'Write:  place: "No #5"'],
    ['category', 'counties # the desk', null],
    ['authors', '[amina-wafula] # for now', null],
  ])('%s: %s', (field, value, fix) => {
    const reading = readArticle({ [field]: value });
    expect(reading.value).toBeUndefined();
    expect(reading.problems.map((problem) => problem.field)).toEqual([field]);
    if (fix !== null) expect(reading.problems[0]?.fix).toBe(fix);
  });

  test('the other fields are read on after a line that YAML refuses', () => {
    const reading = readArticle({ headline: 'Bridge: it reopens', category: 'No Such', publishedAt: 'tomorrow' });
    expect(reading.problems.map(({ field, line }) => `${line} ${field}`)).toEqual([
      '2 headline',
      '4 category',
      '6 publishedAt',
    ]);
  });

  test('many broken lines are all named at once', () => {
    const reading = readArticle({
      headline: 'A: b',
      standfirst: '[x] y',
      place: '"open',
      warning: '@x',
      searchTitle: 'C: d',
    });
    expect(reading.problems.map(({ field }) => field).toSorted()).toEqual([
      'headline',
      'place',
      'searchTitle',
      'standfirst',
      'warning',
    ]);
  });

  test('a colon inside a sentence of a list is named by its place in the list', () => {
    const reading = readArticle({ summary: '\n  - One thing is sure.\n  - One thing: another' });
    expect(reading.problems.map(({ field, fix }) => `${field} ${fix}`)).toEqual([
      'summary.1 Write:  - "One thing: another"',
    ]);
  });

  test('a colon inside a nested value is named by its dotted name', () => {
    const reading = readArticle({ corrections: '\n  - on: 2026-10-15 07:00\n    text: Wrong: the number' });
    expect(problemsOf(reading)).toEqual([
      '9:11 corrections.0.text holds a colon and a blank, which begin a new field. | Write:  text: "Wrong: the number"',
    ]);
  });

  test('prose with commas inside [ ] or { } is a problem, words and names are not', () => {
    const cut = readArticle({ summary: '[The bridge, which was closed, is open.]' });
    expect(cut.problems[0]).toMatchObject({
      field: 'summary',
      fix: 'Write:  summary: ["The bridge, which was closed, is open."]',
    });
    expect(articleOf(readArticle({ summary: '[It is open., Lorries wait.]' })).summary).toHaveLength(2);
    const map = readArticle({ source: '{ name: Reuters, Nairobi, url: https://example.org }' });
    expect(map.problems).toMatchObject([{ field: 'source.Nairobi' }]);
    expect(map.problems[0]?.fix).toMatch(/quotes/);
    expect(articleOf(readArticle({ tags: '[a, b c, d]' })).tags).toHaveLength(3);
  });

  test.each([
    ['an anchor', { headline: '&a Bridge' }, /&/],
    ['an alias', { headline: '*a' }, /\*/],
    ['a tag', { headline: '!!str Bridge' }, /!/],
    ['a merge', { '<<': '{ headline: x }' }, /merge/],
  ])('%s of YAML is a problem at its line', (_, fields, message) => {
    const reading = readArticle(fields);
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]?.message).toMatch(message);
    expect(reading.value).toBeUndefined();
  });

  test('a field that stands twice is a problem at the second', () => {
    const reading = read(`---\n${typed(goodFields)}headline: Another\n---\n`);
    expect(problemsOf(reading)).toEqual(['7:1 headline stands twice (first in line 2). | Keep one of the two.']);
  });

  test('a second document is a problem', () => {
    expect(read(`---\n${typed(goodFields)}...\nplace: Mombasa\n---\n`).problems[0]).toMatchObject({
      line: 7,
      field: 'front matter',
    });
  });

  test('merge marks are one problem for the whole conflict', () => {
    const conflict = '<<<<<<< HEAD\nheadline: One\n=======\nheadline: Two\n>>>>>>> other\n';
    const reading = read(`---\n${conflict}${typed({ ...goodFields, headline: undefined })}---\n`);
    expect(reading.problems).toMatchObject([{ line: 2, column: 1, field: 'front matter' }]);
    const inBody = readArticle({}, `\n${conflict.replaceAll('headline: ', '')}`);
    expect(inBody.problems).toMatchObject([{ line: 9, field: 'body' }]);
    const files = `<<<<<<< HEAD\n---\nheadline: One\n---\n=======\n---\nheadline: Two\n---\n>>>>>>> other\n`;
    expect(read(files).problems).toMatchObject([
      { line: 1, field: 'front matter', message: 'holds two versions that were not merged (to line 9).' },
    ]);
  });

  test('one value for a map is shown in the part that it was meant for', () => {
    const fixOf = (name: string, value: string): string | undefined =>
      read(`---\n${typed(goodFields)}${name}: ${value}\n---\n`).problems.find(({ field }) => field === name)?.fix;
    expect(fixOf('corrections', 'We got it wrong')).toContain('corrections: { on: …, text: "We got it wrong" }');
    expect(fixOf('withdrawn', '2026-10-15')).toContain('withdrawn: { on: 2026-10-15, reason: … }');
    expect(fixOf('withdrawn', 'It was another bridge')).toContain('{ on: …, reason: "It was another bridge" }');
  });

  test.each([
    ['\u00a0headline', 'headline'],
    ['headline\u00a0', 'headline'],
    ['\u200bheadline', 'headline'],
  ])('invisible and no-break spaces round the key %j are a problem, and it is read all the same', (key, field) => {
    const reading = read(`---\n${typed({ ...goodFields, headline: undefined })}${key}: Bridge\n---\n`);
    expect(reading.problems).toMatchObject([{ line: 6, field, fix: 'Write:  headline: Bridge' }]);
  });

  test('comment lines of their own are allowed and appear nowhere', () => {
    const text = `---\n# first\n${typed(goodFields)}# last: one\nleadImage:\n  # inside\n  src: bridge.jpg\n  # end\n---\n`;
    expect(JSON.stringify(articleOf(read(text)))).not.toMatch(/# first|last: one|# inside|# end/);
  });

  test('a note after the name of a field that goes on below is one of its own', () => {
    expect(articleOf(readArticle({ tags: '# in order\n  - a\n  - b' })).tags).toHaveLength(2);
  });
});

describe('true, false and unknown fields', () => {
  test.each([
    ['true', true],
    ['"true"', true],
    ['false', false],
    ["'false'", false],
  ])('draft: %s is %s', (value, draft) => {
    expect(articleOf(readArticle({ draft: value })).draft).toBe(draft);
  });

  test.each(['yes', 'no', 'True', 'FALSE', '1', 'ture', 'maybe', ''])('draft: %j is a problem and hides', (value) => {
    const reading = readArticle({ draft: value });
    expect(reading.problems.map(({ field }) => field)).toEqual(['draft']);
    expect(reading.takeDown).toEqual({ sign: 'draft' });
  });

  test('comments: no is a problem that shows the line', () => {
    expect(readArticle({ comments: 'no' }).problems[0]?.fix).toBe('Write:  comments: false');
    expect(articleOf(readArticle({ comments: 'false' })).comments).toBe(false);
    expect(articleOf(readArticle()).comments).toBe(true);
  });

  test.each([
    ['headlin', 'headline'],
    ['Headline', 'headline'],
    ['stand-first', 'standfirst'],
    ['title', 'headline'],
    ['author', 'authors'],
    ['date', 'publishedAt'],
    ['image', 'leadImage'],
    ['updatedat', 'updatedAt'],
    ['corrrections', 'corrections'],
  ])('%s is a problem that names %s, and is not called missing too', (written, meant) => {
    const fields = { ...goodFields, [meant]: undefined, [written]: 'x' };
    const reading = read(`---\n${typed(fields)}---\n`);
    expect(problemsOf(reading)).toEqual([
      expect.stringContaining(`${written} is no field; the nearest is ${meant}. | Write:  ${meant}: x`),
    ]);
  });

  test('a field that is nothing like any is a problem too', () => {
    expect(problemsOf(readArticle({ zebrafish: 'x' }))).toEqual(['7:1 zebrafish is no field here. | Take it out.']);
    expect(readArticle({ leadImage: '{ src: a.jpg, credits: x }' }).problems[0]).toMatchObject({
      field: 'leadImage.credits',
      fix: 'Write:  leadImage: { src: a.jpg, credit: x }',
    });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no field', (key) => {
    expect(readArticle({ [`${key}`]: 'x' }).problems).toMatchObject([{ field: key }]);
  });

  test('a kind that is none is a problem with the nearest', () => {
    expect(readArticle({ kind: 'anaylsis' }).problems[0]?.fix).toBe('Write:  kind: analysis');
    expect(readArticle({ kind: 'Opinion' }).problems[0]?.fix).toBe('Write:  kind: opinion');
    expect(readArticle({ kind: 'xyzzyx' }).problems[0]?.message).toContain('factcheck');
  });
});

describe('empty and wrongly built values', () => {
  test('optional fields left empty are absent', () => {
    const empty = {
      place: '',
      tags: '',
      updatedAt: '',
      leadImage: '',
      series: '',
      withdrawn: '',
      related: '',
      warning: '""',
      kind: '',
    };
    const article = articleOf(readArticle(empty));
    expect(article).not.toHaveProperty('place');
    expect(article).not.toHaveProperty('warning');
    expect(article).not.toHaveProperty('withdrawn');
    expect(article).toMatchObject({ tags: [], related: [], kind: 'news' });
  });

  test.each([
    ['ai', '{}', 'ai.used'],
    ['series', '{ part: 2 }', 'series.of'],
    ['source', '{ url: https://example.org }', 'source.name'],
    ['origin', '{ name: X }', 'origin.url'],
    ['corrections', '[{ on: 2026-10-15 07:00 }]', 'corrections.0.text'],
    ['withdrawn', '{ on: 2026-10-15 07:00 }', 'withdrawn.reason'],
    ['leadImage', '{ alt: x }', 'leadImage.src'],
  ])('%s: %s lacks %s', (field, value, missing) => {
    expect(readArticle({ [field]: value }).problems).toMatchObject([{ field: missing, message: 'is missing.' }]);
  });

  test('one map stands for a list of one', () => {
    const { corrections } = articleOf(
      readArticle({ corrections: '{ on: 2026-10-15 07:00, text: A name was wrong. }' }),
    );
    expect(corrections).toEqual([
      { on: Date.UTC(2026, 9, 15, 4), text: 'A name was wrong.', kind: 'correction', place: 'end' },
    ]);
  });

  test('one value where a map belongs shows the map', () => {
    expect(readArticle({ series: 'bridges' }).problems[0]?.fix).toBe('Write:  series: { of: bridges }');
    expect(readArticle({ ai: 'Translation' }).problems[0]?.fix).toBe('Write:  ai: { used: Translation }');
    expect(readArticle({ corrections: 'We were wrong' }).problems[0]?.field).toBe('corrections');
  });

  test('empty items of a list are passed over', () => {
    expect(articleOf(readArticle({ tags: '\n  -\n  - a' })).tags).toHaveLength(1);
  });

  test('missing fields are reported at the closing fence', () => {
    const reading = read('---\nplace: Mombasa\n---\n\nWords.');
    expect(reading.problems.map(({ line, column, field }) => `${line}:${column} ${field}`).toSorted()).toEqual(
      ['headline', 'category', 'authors', 'publishedAt', 'standfirst'].map((field) => `3:1 ${field}`).toSorted(),
    );
    expect(notesOf(reading)).toEqual([]);
  });

  test('an empty front matter lacks everything', () => {
    expect(read('---\n---\n').problems).toHaveLength(5);
    expect(read('---\n- a\n- b\n---\n').problems[0]?.message).toMatch(/no fields/);
    expect(read('---\njust words\n---\n').problems[0]?.message).toMatch(/no fields/);
  });
});
