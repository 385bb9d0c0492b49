/** Problems in a body: what keeps a version from being published, with its line and what to write instead. */
import { expect, test } from 'vitest';
import { notesOf, problemsOf, read, treeOf } from '#archive/body/reading.cases';

test('the fix for a picture of HTML is the line of its Figure; among other HTML it is one element more', () => {
  const fixesOf = (text: string): string[] => read(text).problems.map(({ fix }) => fix);
  expect(fixesOf('<img alt="x" src="https://paper.example/a/bridge.jpg?w=600">')).toEqual([
    'Write:  <Figure src="bridge.jpg" />',
  ]);
  expect(fixesOf('<div><img src="bridge.jpg"></div>')).toEqual([expect.stringContaining('plain text')]);
});

test('HTML is one problem with a count', () => {
  const [problem, ...more] = read(
    'Words.\n\n<div class="MsoNormal"><p style="x">A</p><o:p></o:p></div>\n\n<td width=30>b</td>',
  ).problems;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ line: 10, column: 1 });
  expect(problem?.message).toMatch(/^holds \d HTML elements \(div, p, o:p/);
});

test.each([
  [
    'an iframe',
    '<iframe width="560" src="https://www.youtube.com/embed/aqz-KE-bpKQ?si=x" allowfullscreen></iframe>',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  ],
  [
    'a post of X',
    '<blockquote class="twitter-tweet"><p>a</p><a href="https://twitter.com/a/status/12?ref=x">b</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    'https://twitter.com/a/status/12',
  ],
])('the fix for %s is the line of its Embed', (_, pasted, address) => {
  expect(read(pasted).problems.map(({ fix }) => fix)).toEqual([
    `Write:  <Embed url="${address}" title="What it shows" />`,
  ]);
});

test('sub, sup and br are allowed', () => {
  const reading = read('H<sub>2</sub>O and m<sup>2</sup><br />b');
  expect([reading.problems, reading.notes]).toEqual([[], []]);
  expect(treeOf(reading)).toContain('"tagName":"sub"');
});

test('an unknown component is a problem with the nearest name', () => {
  expect(read('<Pulquote>a</Pulquote>').problems).toMatchObject([
    { message: '<Pulquote> is no component.', fix: 'Write:  <Pullquote …>' },
  ]);
});

test('an unknown prop is a problem with the nearest name, at the prop', () => {
  expect(read('<Figure src="a.jpg" captoin="b" />').problems).toMatchObject([{ column: 21, fix: 'Write:  caption' }]);
});

test.each([
  ['a number for text', '<Figure src={5} />'],
  ['text for a flag', '<Figure src="a.jpg" wide="yes" />'],
  ['text for a focus', '<Figure src="a.jpg" focus="0.5 0.3" />'],
  ['a focus outside the picture', '<Figure src="a.jpg" focus={[5, 0.3]} />'],
  ['code for text', '<Figure src={photo} />'],
  ['a function', '<Figure src="a.jpg" onClick={() => alert(1)} />'],
  ['a spread', '<Figure src="a.jpg" {...more} />'],
  ['a style', '<Figure src="a.jpg" style={{a: 1}} />'],
  ['a missing prop', '<Figure />'],
  ['an empty prop', '<Figure src="" />'],
  ['a prop given twice', '<Figure src="a.jpg" src="b.jpg" />'],
  ['no language', '<Quote lang="?">a</Quote>'],
  ['no direction', '<Quote lang="ar" dir="up">a</Quote>'],
  ['a video by its path', '<Video id="videos/a" />'],
  ['a video with a blank', '<Video id="a b" />'],
  ['an embed of nobody listed', '<Embed url="https://youtube.com.evil.example/x" title="a" />'],
  ['an embed without https', '<Embed url="http://www.youtube.com/watch?v=aqz-KE-bpKQ" title="a" />'],
  ['a picture elsewhere', '<Figure src="https://example.org/a.jpg" />'],
  ['a picture out of the folder', '<Figure src="../../../../../etc/a.jpg" />'],
  ['a picture of data', '![a](data:image/png;base64,AAAA)'],
  ['a picture of Markdown elsewhere', '![a](//example.org/a.jpg)'],
  ['words in a component that holds nothing', '<Figure src="a.jpg">words</Figure>'],
  ['an empty component', '<FactBox title="a"></FactBox>'],
  ['words in a gallery', '<Gallery>\n\nwords\n\n<Figure src="a.jpg" />\n\n</Gallery>'],
  ['a quotation in a gallery', '<Gallery>\n\n<Quote lang="ar">a</Quote>\n\n</Gallery>'],
  ['a figure in a timeline', '<Timeline>\n\n<Figure src="a.jpg" />\n\n</Timeline>'],
  ['a moment without a timeline', '<Moment date="1">a</Moment>'],
  ['a figure in a pull quote', '<Pullquote>\n\n<Figure src="a.jpg" />\n\n</Pullquote>'],
  ['a component in a heading', '## A <Figure src="a.jpg" />'],
  ['a component in a table', '| a |\n|--|\n| <KeyFigure value="1" label="b" /> |'],
  ['an update in an article that is not live', '<Update at="2026-10-15 06:00" headline="a">\n\nb\n\n</Update>'],
  ['a heading of level 1', '# A'],
  ['a fragment', '<>a</>'],
  ['a member', '<a.b />'],
])('%s is one problem', (_, source) => {
  const reading = read(source);
  expect(problemsOf(reading)).toHaveLength(1);
  expect(reading.body).toBeUndefined();
});

test.each([
  ['a figure', 'Words.\n\n<Figure src="a.jpg">\n\nWords.', '10:1 <Figure> is not closed.'],
  ['a box', 'Words.\n\n<FactBox title="a">\n\nWords.\n\n## More', '10:1 <FactBox> is not closed.'],
  ['a box in a gallery', '<FactBox title="a">\n\n<Quote lang="ar">\n\nb\n\n</FactBox>', '10:1 <Quote> is not closed.'],
])('%s that is not closed is a problem at its opening line', (_, source, problem) => {
  expect(problemsOf(read(source))).toEqual([problem]);
});

test('all problems are said at once', () => {
  const lines = [
    '# A',
    '',
    '<Figure>',
    '',
    '{a()}',
    '',
    '[b](javascript:c)',
    '',
    '<Pulquote />',
    '',
    '</Quote>',
    '',
    '<b>c</b>',
  ];
  expect(
    read(lines.join('\n'))
      .problems.map(({ line }) => line)
      .sort((a, b) => a - b),
  ).toEqual([8, 10, 10, 12, 14, 16, 18, 20]);
});

const hidden = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript&#58;alert(1)',
  'java&#115;cript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  '&#1;javascript:alert(1)',
  'javascript%3Aalert(1)',
  '%6Aavascript:alert(1)',
  'javascript%253Aalert(1)',
  '&amp;#106;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.org/x',
  '/\\\\example.org',
  '\\\\\\\\example.org',
  '/%2Fexample.org',
  '/&#9;/example.org',
];

test.each(hidden)('a link to %s is a problem', (address) => {
  for (const link of [`[a](${address})`, `[a][b]\n\n[b]: ${address}`]) {
    const reading = read(link);
    expect(reading.problems.length).toBeGreaterThan(0);
    expect(reading.body).toBeUndefined();
  }
});

test.each([
  '<javascript:alert(1)>',
  '<Embed url="javascript:alert(1)" title="a" />',
  '[a](java\u0000script:x)',
  '<data:text/html,x>',
])('%s is a problem too', (source) => expect(read(source).problems.length).toBeGreaterThan(0));

test.each([
  ['NUL', 'a\u0000b'],
  ['an escape', 'a\u001bb'],
  ['a bidi override', 'a\u202eb'],
  ['a bidi isolate', 'a\u2066b'],
  ['a bidi override as an entity', 'a&#x202e;b'],
  ['half a surrogate pair', 'a\ud83db'],
  ['CR alone', 'a\rb'],
])('%s is a problem', (_, source) => expect(read(source).problems).toHaveLength(1));

test('marks that Arabic and emoji need are no problem', () => {
  expect(read('می\u200cخواهم \u200fا\u200e 👩\u200d👧 😀').problems).toEqual([]);
});

test('a merge conflict is one problem', () => {
  expect(problemsOf(read('a\n\n<<<<<<< HEAD\none\n=======\ntwo {a()\n>>>>>>> theirs\n\nb'))).toEqual([
    '10:1 Two versions stand here, with the marks of a merge between them.',
  ]);
});

test('a body over 1 MB is a problem, one of 1 MB is not', () => {
  expect(problemsOf(read('word '.repeat(200_001)))).toEqual(['8:1 is over 1 MB.']);
  expect(read('word '.repeat(200_000)).problems).toEqual([]);
  expect(read('مرحبا '.repeat(100_000)).problems).toHaveLength(1);
});

test('32 quotations inside each other are read, 33 are a problem', () => {
  expect(read(`${'> '.repeat(32)}a`).problems).toEqual([]);
  expect(problemsOf(read(`${'> '.repeat(33)}a`))).toEqual(['8:1 Nested deeper than 32.']);
});

test('a skipped level is a note with the line to write', () => {
  const reading = read('## A\n\n#### B\n\n## C');
  expect(reading.notes).toMatchObject([{ line: 10, fix: 'Write:  ### B' }]);
  expect(reading.body).toBeDefined();
});

test.each([
  ['without its leading slash', '[a](2026/10/14/b)', 'Write:  /2026/10/14/b'],
  ['broken by a blank', '[a](/2026/10/ 14/b)', 'Write:  [a](/2026/10/14/b)'],
  ['to a document', '[a](report.pdf)', 'Write:  <Document src="report.pdf" />'],
  ['without a scheme', '[a](example.org/b)', 'Write:  https://example.org/b'],
  ['to nowhere', '[a]()', 'Write where it goes.'],
  ['to a heading that is not there', '[a](#b)\n\n## C', 'It has #c'],
])('a link %s is a note', (_, source, fix) => {
  const reading = read(source);
  expect(reading.notes.map((note) => note.fix)).toEqual([fix]);
  expect(notesOf(reading)[0]).toMatch(/^8:1 /);
  expect(reading.body?.text).toMatch(/^\[?a/);
});

test('a problem behind thousands of links is not lost', () => {
  const reading = read(`${'[a](/b) '.repeat(6000)}\n\n[c](javascript:d)`);
  expect([reading.body, reading.problems.length]).toEqual([undefined, 1]);
});
