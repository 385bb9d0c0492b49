import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const bridge = 'articles/2026/10/15/bridge.mdx';
const author = 'authors/amina-wafula.mdx';
const address = '/2026/10/15/bridge';
const at = (file: string): string => join(newsroom.contentDir, file);
const standing = () => newsroom.archive.standing(address, newsroom.now());
const byline = () => newsroom.archive.teaser(address, newsroom.now())?.authors[0];

/** What can stand where a file was, and is none. */
const replacements: readonly (readonly [string, (path: string) => void])[] = [
  ['a symbolic link', (path) => symlinkSync('/etc/passwd', path)],
  ['a symbolic link to a good file of another place', (path) => symlinkSync(`${path}.elsewhere`, path)],
  ['a folder', (path) => mkdirSync(path)],
  ['a pipe', (path) => void execFileSync('mkfifo', [path])],
];

const replace = (file: string, by: (path: string) => void): void => {
  newsroom.remove(file);
  by(at(file));
};

test.each(replacements)(
  'a file replaced by %s keeps its last good version, is told of, and comes back as a file',
  async (_, by) => {
    newsroom.write(bridge, articleWith());
    newsroom.write(author, '---\nname: Amina W.\nrole: Reporter\n---\n');
    await newsroom.publish();
    for (const file of [bridge, author]) replace(file, by);
    const edition = await newsroom.publish();
    expect(edition.withProblems).toEqual([bridge, author]);
    expect([standing(), byline()]).toEqual([
      { is: 'published' },
      { slug: 'amina-wafula', name: 'Amina W.', known: true },
    ]);
    expect((await newsroom.publish()).made).toBe(false);
    rmSync(at(bridge), { recursive: true });
    newsroom.write(bridge, articleWith({ headline: 'It is a file again, and a new one' }));
    expect((await newsroom.publish()).withProblems).toEqual([author]);
    expect(newsroom.archive.teaser(address, newsroom.now())?.headline).toBe('It is a file again, and a new one');
  },
);

test.each(replacements)('the watcher’s word of a file replaced by %s takes nothing down either', async (_, by) => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  replace(bridge, by);
  expect((await newsroom.ingest.run([bridge])).withProblems).toEqual([bridge]);
  expect(standing()).toEqual({ is: 'published' });
  newsroom.remove(bridge);
  await newsroom.ingest.run([bridge]);
  expect(standing()).toMatchObject({ is: 'gone', why: 'deleted' });
});

const git = (...args: string[]): void => {
  const as = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', [...as, ...args], { cwd: newsroom.contentDir, stdio: 'ignore' });
};

test.each(replacements)(
  'where the archive missed the swap for %s, git still knows the last good version',
  async (_, by) => {
    newsroom.write(bridge, articleWith());
    git('init');
    git('add', '.');
    git('commit', '-m', 'good');
    replace(bridge, by);
    expect((await newsroom.publish()).withProblems).toEqual([bridge]);
    expect(standing()).toEqual({ is: 'published' });
  },
);

test('a file whose deletion is seen before the link in its place comes back as git knows it', async () => {
  newsroom.write(bridge, articleWith());
  git('init');
  git('add', '.');
  git('commit', '-m', 'good');
  await newsroom.publish();
  newsroom.remove(bridge);
  await newsroom.ingest.run([bridge]);
  expect(standing()).toMatchObject({ is: 'gone', why: 'deleted' });
  symlinkSync('/etc/passwd', at(bridge));
  await newsroom.ingest.run([bridge]);
  expect(standing()).toEqual({ is: 'published' });
});

test('a draft that was committed is not put out because a link lies in its place', async () => {
  newsroom.write(bridge, articleWith({ draft: 'true' }));
  git('init');
  git('add', '.');
  git('commit', '-m', 'draft');
  replace(bridge, (path) => symlinkSync('/etc/passwd', path));
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'unknown' });
});

test('what git knows of the front and of gone pieces never takes the place of what stands', async () => {
  const gone = (name: string): string => `- address: /2026/10/15/${name}\n  on: 2026-10-15 07:00\n`;
  const front = (headline: string): string =>
    `breaking: { text: ${headline}, link: ${address}, until: 2026-10-15 18:00 }\n`;
  newsroom.write(bridge, articleWith());
  newsroom.write('gone.yaml', gone('first'));
  newsroom.write('fronts/home.yaml', front('Committed'));
  git('init');
  git('add', '.');
  git('commit', '-m', 'good');
  newsroom.write('gone.yaml', gone('first') + gone('second'));
  newsroom.write('fronts/home.yaml', front('Saved'));
  await newsroom.publish();
  for (const spoil of [
    () => ['gone.yaml', 'fronts/home.yaml'].forEach((file) => newsroom.write(file, '- {')),
    () =>
      ['gone.yaml', 'fronts/home.yaml'].forEach((file) => replace(file, (path) => symlinkSync('/etc/passwd', path))),
  ]) {
    spoil();
    await newsroom.publish();
    expect(newsroom.archive.standing('/2026/10/15/second', newsroom.now())).toMatchObject({ is: 'gone' });
    expect(newsroom.archive.front(newsroom.now()).breaking?.text).toBe('Saved');
  }
});
