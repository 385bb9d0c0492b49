import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIngest } from '#archive/ingest';
import { articleWith } from '#archive/newsroomForTests';
import { checkFolders, unreadFiles } from '#newsroom/contentFolder';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => {
  desk.close();
});

const day = 'articles/2026/10/15';
const bridge = `${day}/harbour-bridge-reopens.mdx`;

test('an editor reads each mistake at its place, with what to write instead, and what happens next', async () => {
  desk.write('authors/joseph-kiptoo.mdx', '---\nname: Joseph Kiptoo\nrole: Reporter\n---\n');
  const fields = { authors: '[amina-wafulah, joseph-kiptoo]', updatedAt: '2026-10-15 05:30' };
  desk.write(bridge, articleWith(fields, 'Words {process.env.HOME}.'));
  desk.write(`${day}/other.mdx`, articleWith());
  desk.write(`${day}/harbour-bridge-inquiry.mdx`, articleWith({ publishedAt: '2026-10-15 12:12' }));
  const { code, out } = await desk.check();
  expect(out).toBe(
    `content/articles/2026/10/15/harbour-bridge-reopens.mdx
  7:1    updatedAt   is before publishedAt (05:30 < 06:00).            Write a later moment or leave it out.
  10:7   body        {process.env.HOME} is code; articles hold words.  Remove it.
  note 5:11   authors.0   "amina-wafulah" has no file in content/authors.   Write:  amina-wafula
2 problems and 1 note in 1 of 3 articles. The other 2 are fine.
Next: harbour-bridge-inquiry goes out Thursday 15 October, 12:12 EAT, in 3 h 12 min.
`,
  );
  expect(code).toBe(1);
});

test('a newsroom without mistakes ends with 0, and says how much was read', async () => {
  desk.write(bridge, articleWith());
  expect(await desk.check()).toMatchObject({
    code: 0,
    out: 'No problems and no notes in 1 article and 2 other files.\n',
  });
});

test('notes do not fail the check unless --strict asks for it', async () => {
  desk.write(bridge, articleWith({ authors: 'nobody-known' }));
  expect((await desk.check()).code).toBe(0);
  expect((await desk.check(['--strict'])).code).toBe(1);
});

test('a program gets one object: files, articles, problems and notes, each with its place', async () => {
  desk.write(bridge, articleWith({ draft: 'perhaps' }));
  const report = await desk.report();
  expect(report).toEqual({
    files: 3,
    articles: 1,
    problems: [
      {
        file: `content/${bridge}`,
        line: 7,
        column: 8,
        field: 'draft',
        message: expect.any(String),
        fix: 'Write:  draft: true',
      },
    ],
    notes: [],
  });
});

test.each([
  ['a path from where the editor stands', (): string => `content/${bridge}`],
  ['a whole path', (): string => join(desk.folder, 'content', bridge)],
  ['a path inside the content folder', (): string => bridge],
  ['a folder', (): string => 'content/articles/2026/10/15/'],
])('%s chooses what is reported; everything is still read', async (_, path) => {
  desk.write(bridge, articleWith({ related: '[/2026/10/14/other]', authors: 'nobody' }));
  desk.write('articles/2026/10/14/other.mdx', articleWith({ publishedAt: '2026-10-14 06:00', draft: 'x' }));
  const { code, out } = await desk.check([path()]);
  expect(out).toContain('"nobody" has no file');
  expect(out).not.toContain('other.mdx');
  expect(code).toBe(0);
});

test.each([
  [['no/such/file.mdx'], 'There is no file or folder no/such/file.mdx.'],
  [['/etc/hosts'], 'lies outside'],
  [['--strickt'], 'Did you mean --strict?'],
])('check %j cannot run: it says why and ends with 2', async (args, words) => {
  const { code, out, side } = await desk.check(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(side).toContain(words);
});

test('a clock that cannot be read ends the check with 2', async () => {
  expect(await desk.check([], { clock: 'noon' })).toMatchObject({ code: 2, out: '' });
});

test('a missing content folder, or a file in its place, ends the check with 2', () => {
  expect(() => {
    checkFolders(join(desk.folder, 'nowhere'));
  }).toThrow('There is no folder');
  desk.write('file', '');
  expect(() => {
    checkFolders(join(desk.folder, 'content', 'file'));
  }).toThrow('is not a folder');
});

test('a folder that cannot be read is never taken for an empty one', () => {
  const refuse = (folder: string) => {
    if (folder.endsWith('2026')) throw Object.assign(new Error('refused'), { code: 'EACCES' });
    return readdirSync(folder, { withFileTypes: true });
  };
  desk.write(bridge, articleWith());
  expect(() => {
    checkFolders(join(desk.folder, 'content'), refuse);
  }).toThrow('cannot be read (EACCES)');
});

test('a wrong setting ends the command with 2, because it could not run', () => {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'newsroom/check.ts'], {
    env: { ...process.env, PORT: 'many' },
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('PORT is "many"');
});

test('every moment to come is told in words, the next first', async () => {
  desk.write(bridge, articleWith({ expiresAt: '2026-10-17 06:00' }));
  desk.write(`${day}/night.mdx`, articleWith({ publishedAt: '2026-10-15 18:00', headline: 'Night on the bridge' }));
  desk.write(
    'fronts/home.yaml',
    'breaking: { text: Closed, link: /2026/10/15/harbour-bridge-reopens, until: 2026-10-15 10:00 }\npins:\n  - { article: /2026/10/15/harbour-bridge-reopens, until: 2027-01-02 06:00 }\n',
  );
  const { out } = await desk.check();
  expect(out.slice(out.indexOf('Next:'))).toBe(
    `Next: the breaking news bar goes away Thursday 15 October, 10:00 EAT, in 1 h.
      night goes out Thursday 15 October, 18:00 EAT, in 9 h.
      harbour-bridge-reopens expires Saturday 17 October, 06:00 EAT, in 1 d 21 h.
      the pin of harbour-bridge-reopens ends Saturday 2 January 2027, 06:00 EAT, in 78 d 21 h.
`,
  );
});

test('an embargoed article whose file has problems is told loudly: it will stay back', async () => {
  desk.write(bridge, articleWith({ publishedAt: '2026-10-15 18:00', colour: 'blue' }));
  const { code, out } = await desk.check();
  expect(code).toBe(1);
  expect(out).toContain('STAYS BACK: harbour-bridge-reopens was to go out Thursday 15 October, 18:00 EAT, in 9 h');
  expect(out).not.toContain('Next:');
});

test('a pin that is over, and a change dated in the future, are notes', async () => {
  desk.write(bridge, articleWith({ updatedAt: '2026-10-16 06:00' }));
  desk.write(
    'fronts/home.yaml',
    'pins:\n  - { article: /2026/10/15/harbour-bridge-reopens, until: 2026-10-15 08:00 }\n',
  );
  const { notes } = await desk.report();
  expect(notes.map(({ line, field }) => [line, field])).toEqual([
    [7, 'updatedAt'],
    [2, 'pins.0.article'],
  ]);
});

test('nothing is written: neither data nor words', async () => {
  desk.write(bridge, articleWith({ draft: 'x' }));
  const before = desk.read(bridge);
  await desk.check();
  expect(existsSync(desk.dataDir)).toBe(false);
  expect(desk.read(bridge)).toBe(before);
});

test('words of a file cannot move the cursor or turn the line round', async () => {
  desk.write(bridge, articleWith({ kind: '"a\\u001b[2Jb\\u202ec"' }));
  const { out } = await desk.check();
  expect(out).toContain('content/articles');
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
});

test('a narrow terminal gets the words under the place, none of them cut', async () => {
  desk.write(bridge, articleWith({ expiresAt: '2026-10-15 05:30' }));
  const { out } = await desk.check([], { width: 44 });
  const [, ...lines] = out.split('\n');
  expect(lines.slice(0, 3)).toEqual(['  7:1   expiresAt', '      is not after publishedAt (05:30 <', '      06:00).']);
});

test('hundreds of findings in one file are counted, not poured out; asked for alone they are all there', async () => {
  const body = Array.from({ length: 400 }, (_, nth) => `Word ${nth} {process.env.A${nth}}.`).join('\n\n');
  desk.write(bridge, articleWith({}, body));
  const all = await desk.check();
  expect(all.out.split('\n').length).toBeLessThan(60);
  expect(all.out).toMatch(/… and \d+ more problems; all of them: npm run check -- content\/articles/);
  const alone = await desk.check([bridge]);
  expect(alone.out.split('\n').length).toBeGreaterThan(100);
});

const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd: desk.folder,
    stdio: 'ignore',
  });
};

const commitAll = (): void => {
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'The paper');
};

test('a renamed article is noted until its aliases name the old address', async () => {
  desk.write(bridge, articleWith());
  commitAll();
  git('mv', `content/${bridge}`, `content/${day}/bridge-open.mdx`);
  const { notes } = await desk.report();
  expect(notes).toMatchObject([
    { file: `content/${day}/bridge-open.mdx`, fix: 'Write:  aliases: [/2026/10/15/harbour-bridge-reopens]' },
  ]);
  desk.write(`${day}/bridge-open.mdx`, articleWith({ aliases: '[/2026/10/15/harbour-bridge-reopens]' }));
  expect((await desk.report()).notes).toEqual([]);
});

test('a renamed article whose file has a problem is no deleted one: the problem comes first', async () => {
  desk.write(bridge, articleWith());
  commitAll();
  git('mv', `content/${bridge}`, `content/${day}/bridge-open.mdx`);
  desk.write(`${day}/bridge-open.mdx`, articleWith({ category: '', aliases: '[/2026/10/15/harbour-bridge-reopens]' }));
  const { problems, notes } = await desk.report();
  expect(problems).toMatchObject([{ file: `content/${day}/bridge-open.mdx` }]);
  expect(notes).toEqual([]);
});

test('a deleted article is noted until gone.yaml names it; a draft that was deleted is nobody’s loss', async () => {
  desk.write(bridge, articleWith());
  desk.write(`${day}/idea.mdx`, articleWith({ draft: 'true' }));
  commitAll();
  git('rm', '-q', `content/${bridge}`, `content/${day}/idea.mdx`);
  const { notes } = await desk.report();
  expect(notes).toMatchObject([
    {
      file: `content/${bridge}`,
      fix: 'Add a line to gone.yaml:  - { address: /2026/10/15/harbour-bridge-reopens, on: 2026-10-15 09:00 }',
    },
  ]);
  desk.write('gone.yaml', '- { address: /2026/10/15/harbour-bridge-reopens, on: 2026-10-15 09:00 }\n');
  expect((await desk.report()).notes).toEqual([]);
});

test('a moved file that git has not been told of is found by its words', async () => {
  desk.write(bridge, articleWith());
  commitAll();
  git('rm', '-q', `content/${bridge}`);
  desk.write(`${day}/bridge-open.mdx`, articleWith());
  expect((await desk.report()).notes).toMatchObject([{ file: `content/${day}/bridge-open.mdx`, field: 'aliases' }]);
});

test('what this machine’s archive remembers of a deleted article is noted, also without git', async () => {
  desk.write(bridge, articleWith());
  desk.write(`${day}/other.mdx`, articleWith({ headline: 'Another story of the day' }));
  const ingest = createIngest({
    contentDir: join(desk.folder, 'content'),
    dataDir: desk.dataDir,
    site: { timeZone: 'Africa/Nairobi', smartPunctuation: false },
    now: () => Date.parse('2026-10-15T09:00:00+03:00'),
  });
  await ingest.run();
  rmSync(join(desk.folder, 'content', bridge));
  await ingest.run();
  await ingest.close();
  expect((await desk.report()).notes).toMatchObject([
    { file: `content/${bridge}`, message: expect.stringContaining('is deleted') },
  ]);
});

test('an archive of another newsroom has nothing to tell about this one', async () => {
  const ingest = createIngest({
    contentDir: join(desk.folder, 'content'),
    dataDir: desk.dataDir,
    site: { timeZone: 'Africa/Nairobi', smartPunctuation: false },
    now: () => Date.parse('2026-10-15T09:00:00+03:00'),
  });
  for (const name of ['one', 'two', 'three', 'four'])
    desk.write(`${day}/${name}.mdx`, articleWith({ headline: `Story ${name}` }));
  await ingest.run();
  rmSync(join(desk.folder, 'content', `${day}/one.mdx`));
  await ingest.run();
  await ingest.close();
  rmSync(join(desk.folder, 'content', 'articles'), { recursive: true });
  desk.write('articles/2026/10/14/else.mdx', articleWith({ publishedAt: '2026-10-14 06:00' }));
  rmSync(join(desk.folder, 'content', 'authors'), { recursive: true });
  const { notes } = await desk.report();
  expect(notes.filter(({ message }) => message.includes('deleted'))).toEqual([]);
});

test('a document that cannot be opened is a problem, and never silently missing', () => {
  desk.write(bridge, articleWith());
  const contentDir = join(desk.folder, 'content');
  expect(unreadFiles(contentDir, (file) => file !== bridge)).toMatchObject([
    { file: bridge, message: 'cannot be read.' },
  ]);
});

test('a film at a provider that also names a file is one problem', async () => {
  const film = (...lines: string[]): string =>
    [
      '---',
      'title: Film',
      'publishedAt: 2026-10-15 06:00',
      'poster: { src: x.jpg, alt: A, credit: B, licence: C }',
      'duration: PT1M',
      ...lines,
      '---',
      '',
    ].join('\n');
  desk.write('videos/one.mdx', film('provider: youtube', 'id: dQw4w9WgXcQ', 'src: film.mp4'));
  desk.write('videos/two.mdx', film('provider: file', 'src: film.mp4'));
  const found = (await desk.report()).problems.map(({ file, field, message }) => `${file} ${field} ${message}`);
  expect(found).toEqual([
    'content/videos/one.mdx src stands beside id; a video has one of them.',
    expect.stringMatching(/^content\/videos\/two\.mdx src .*is not there\.$/),
  ]);
});
