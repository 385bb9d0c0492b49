import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive';
import { createIngest } from '#archive/ingest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

/** The first node: it lives through everything, and its folder is a checkout. */
let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
  git('init', '-q', '-b', 'main');
});
afterEach(() => newsroom.close());

const day = 'articles/2026/10/15';
const at = (name: string): string => `/2026/10/15/${name}`;
const file = (name: string): string => `${day}/${name}.mdx`;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd: newsroom.contentDir,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: new Date(newsroom.now()).toISOString() },
  });

/** Commits all that lies there at a time of the day, and lets the first node see it. */
const commit = async (time: string): Promise<void> => {
  newsroom.setClock(`2026-10-15T${time}:00+03:00`);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', time);
  await newsroom.publish();
};

const rename = (from: string, to: string): void => {
  mkdirSync(dirname(join(newsroom.contentDir, to)), { recursive: true });
  renameSync(join(newsroom.contentDir, from), join(newsroom.contentDir, to));
};

type Node = {
  readonly standing: (address: string) => ReturnType<TestNewsroom['archive']['standing']>;
  readonly firstAddress: (address: string) => string;
  readonly close: () => Promise<void>;
};

let nodes = 0;

/** Another node, new today: it has the content and git, and no memory. */
const newNode = async (contentDir = newsroom.contentDir): Promise<Node> => {
  const dataDir = join(newsroom.dataDir, `node-${(nodes += 1)}`);
  const site = { timeZone: 'Africa/Nairobi', timeZoneName: 'EAT', smartPunctuation: false };
  const ingest = createIngest({ contentDir, dataDir, site, now: newsroom.now });
  await ingest.run();
  await ingest.learnHistory();
  const archive = openArchive({ dataDir });
  return {
    standing: (address) => archive.standing(address, newsroom.now()),
    firstAddress: (address) => archive.firstAddress(address),
    close: async () => {
      archive.close();
      await ingest.close();
    },
  };
};

/** Both nodes say the same of some addresses; answers with what they say. */
const agreed = async (...addresses: string[]): Promise<unknown[]> => {
  const node = await newNode();
  const [here, there] = [newsroom.archive, node].map((each) =>
    addresses.map((address) => ('edition' in each ? each.standing(address, newsroom.now()) : each.standing(address))),
  );
  const firsts = addresses.map((address) => node.firstAddress(address));
  expect(firsts).toEqual(addresses.map((address) => newsroom.archive.firstAddress(address)));
  await node.close();
  expect(there).toEqual(here);
  return there ?? [];
};

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, nth) => `word${from + nth}`).join(' ');

test('H4: a new node answers for every renamed and deleted piece as one does that was there', async () => {
  newsroom.write(file('a'), articleWith({ aliases: '[/old, "/?p=1"]' }, words(0, 200)));
  newsroom.write(file('x'), articleWith({ headline: 'Another' }, 'Something else.'));
  await commit('07:00');
  rename(file('a'), 'articles/2026/10/14/b.mdx');
  newsroom.write(
    'articles/2026/10/14/b.mdx',
    articleWith({ publishedAt: '2026-10-14 06:00', aliases: '[/old, "/?p=1"]' }, words(10, 200)),
  );
  await commit('08:00');
  rename('articles/2026/10/14/b.mdx', 'articles/2026/10/14/c.mdx');
  newsroom.remove(file('x'));
  await commit('09:00');
  const moved = { is: 'moved', to: '/2026/10/14/c' };
  const gone = { is: 'gone', why: 'deleted', on: Date.parse('2026-10-15T09:00:00+03:00') };
  expect(await agreed(at('a'), '/2026/10/14/b', '/old', '/?p=1', at('x'), '/2026/10/14/c')).toEqual([
    moved,
    moved,
    moved,
    moved,
    gone,
    { is: 'published' },
  ]);
});

test('H4: a piece that was written anew under another name is known by its headline, as the archive knows it', async () => {
  newsroom.write(file('a'), articleWith({}, words(0, 200)));
  await commit('07:00');
  newsroom.remove(file('a'));
  newsroom.write(
    file('b'),
    articleWith(
      { standfirst: 'Everything about it is new, from the first word to the last.', tags: '[new]' },
      words(500, 700),
    ),
  );
  newsroom.write(file('other'), articleWith({ headline: 'Not this one' }, words(900, 999)));
  await commit('08:00');
  expect(await agreed(at('a'))).toEqual([{ is: 'moved', to: at('b') }]);
});

test('H4: a rename in two commits is one rename, and a deleted piece takes its old addresses along', async () => {
  newsroom.write(file('a'), articleWith({ aliases: '[/old]' }, words(0, 200)));
  await commit('07:00');
  newsroom.remove(file('a'));
  await commit('07:10');
  expect(await agreed(at('a'), '/old')).toMatchObject([{ is: 'gone' }, { is: 'gone' }]);
  newsroom.write(file('b'), articleWith({ headline: 'Edited on the way' }, words(5, 200)));
  await commit('07:40');
  expect(await agreed(at('a'), '/old')).toEqual([at('b'), at('b')].map((to) => ({ is: 'moved', to })));
});

test('what nobody could have seen is never heard of: drafts, embargoed pieces, and those that broke before their hour', async () => {
  newsroom.write(file('draft'), articleWith({ headline: 'Draft', draft: 'true' }, words(0, 50)));
  newsroom.write(file('embargo'), articleWith({ headline: 'Embargo', publishedAt: '2026-10-15 12:00' }, words(50, 99)));
  newsroom.write(file('broken'), articleWith({ headline: 'Broken', publishedAt: '2026-10-15 08:00' }, words(100, 150)));
  newsroom.write(file('never'), 'No article at all.');
  newsroom.write(file('renamed'), articleWith({ headline: 'Renamed', draft: 'true' }, words(200, 250)));
  await commit('07:00');
  newsroom.write(
    file('broken'),
    articleWith({ headline: 'Broken', publishedAt: '2026-10-15 08:00', updatedAt: 'soon' }),
  );
  await commit('07:30');
  for (const name of ['draft', 'embargo', 'broken', 'never']) newsroom.remove(file(name));
  rename(file('renamed'), file('published'));
  newsroom.write(file('published'), articleWith({ headline: 'Renamed' }, words(200, 250)));
  await commit('09:00');
  const names = ['draft', 'embargo', 'broken', 'never', 'renamed'];
  expect(await agreed(...names.map(at))).toEqual(names.map(() => ({ is: 'unknown' })));
});

test('a piece whose last version was broken is answered for by the one that the public saw', async () => {
  newsroom.write(file('a'), articleWith());
  await commit('07:00');
  newsroom.write(file('a'), articleWith({ updatedAt: 'soon' }));
  await commit('07:30');
  newsroom.remove(file('a'));
  await commit('08:00');
  expect(await agreed(at('a'))).toMatchObject([{ is: 'gone', why: 'deleted' }]);
});

test('what came back lives, and a name that another piece took is that piece’s', async () => {
  newsroom.write(file('a'), articleWith({}, words(0, 200)));
  await commit('06:30');
  newsroom.remove(file('a'));
  await commit('07:00');
  newsroom.write(file('a'), articleWith({}, words(0, 200)));
  await commit('07:30');
  rename(file('a'), file('b'));
  await commit('08:00');
  newsroom.write(file('a'), articleWith({ headline: 'Quite another piece' }, words(700, 900)));
  await commit('08:30');
  expect(await agreed(at('a'), at('b'))).toEqual([{ is: 'published' }, { is: 'published' }]);
});

test('names that a branch had for itself were never public', async () => {
  newsroom.write(file('first'), articleWith({ headline: 'First' }, 'The first.'));
  await commit('07:00');
  git('checkout', '-q', '-b', 'desk');
  newsroom.write(file('working-title'), articleWith({}, words(0, 200)));
  git('add', '-A');
  git('commit', '-qm', 'Begin');
  rename(file('working-title'), file('final'));
  git('add', '-A');
  git('commit', '-qm', 'Rename');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'Merge', 'desk');
  await commit('08:00');
  expect(await agreed(at('working-title'), at('final'))).toEqual([{ is: 'unknown' }, { is: 'published' }]);
});

test('what a node saw itself is not told again by git, and history is read once', async () => {
  newsroom.write(file('a'), articleWith());
  await commit('07:00');
  newsroom.remove(file('a'));
  await newsroom.publish();
  newsroom.setClock('2026-10-15T08:30:00+03:00');
  await commit('08:30');
  const { on } = { on: Date.parse('2026-10-15T07:00:00+03:00') };
  expect((await newsroom.ingest.learnHistory())?.made).toBe(false);
  expect(newsroom.archive.standing(at('a'), newsroom.now())).toMatchObject({ is: 'gone', on });
  expect(await newsroom.ingest.learnHistory()).toBeUndefined();
});

test('without git, in a checkout without commits, and in one with little history, nothing is known and nothing fails', async () => {
  newsroom.write(file('a'), articleWith());
  const empty = await newNode();
  expect(empty.standing(at('a'))).toEqual({ is: 'published' });
  await empty.close();
  await commit('07:00');
  newsroom.remove(file('a'));
  newsroom.write(file('b'), articleWith({ headline: 'B' }, 'Other words.'));
  await commit('08:00');
  const shallow = join(newsroom.dataDir, 'shallow');
  git('clone', '-q', '--depth', '1', `file://${newsroom.contentDir}`, shallow);
  const node = await newNode(shallow);
  expect([at('a'), at('b')].map(node.standing)).toEqual([{ is: 'unknown' }, { is: 'published' }]);
  await node.close();
});
