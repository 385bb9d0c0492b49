/** Checking a newsroom with thousands of pictures again and again: each is decoded once. */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIngest } from '#archive/ingest';
import { articleWith } from '#archive/newsroomForTests';
import { readPicture } from '#archive/pictures/readPicture';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';

vi.mock('#archive/pictures/readPicture', async (original) => {
  const actual = await original<{ readPicture: typeof readPicture }>();
  return { ...actual, readPicture: vi.fn(actual.readPicture) };
});

const day = 'articles/2026/10/15';
let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const jpeg = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();
const onDisk = (file: string): string => join(desk.folder, 'content', file);
const cache = (): string => join(desk.folder, 'node_modules', '.cache', 'standfirst');

/** Three pictures, one of them broken, and an article that shows them; one without a description. */
const furnish = async (): Promise<void> => {
  const facts = 'alt: A bridge.\ncredit: Amina Wafula\nlicence: CC BY 4.0\n';
  for (const name of ['one', 'two']) {
    desk.write(`media/${name}.jpg`, await jpeg(name === 'one' ? '#336699' : '#993366'));
    desk.write(`media/${name}.jpg.yaml`, facts);
  }
  desk.write('media/broken.jpg', (await jpeg('#123456')).subarray(0, 200));
  desk.write('media/broken.jpg.yaml', facts);
  desk.write('media/bare.jpg', await jpeg('#abcdef'));
  const figures = ['one', 'two', 'broken', 'bare'].map((name) => `<Figure src="${name}.jpg" />`).join('\n\n');
  desk.write(`${day}/bridge.mdx`, articleWith({}, figures));
};

/** Decodings while something is done. */
const decodings = async (work: () => Promise<unknown>): Promise<number> => {
  const before = vi.mocked(readPicture).mock.calls.length;
  await work();
  return vi.mocked(readPicture).mock.calls.length - before;
};

test('a second check decodes only the pictures that changed, and finds the same', async () => {
  await furnish();
  expect(await decodings(() => desk.check())).toBe(4);
  const first = await desk.report();
  expect(
    first.problems
      .concat(first.notes)
      .map(({ message }) => message)
      .join(),
  ).toMatch(/bare\.jpg.*broken\.jpg|broken\.jpg.*bare\.jpg/s);
  expect(await decodings(async () => expect(await desk.report()).toEqual(first))).toBe(0);

  desk.write('media/one.jpg', await jpeg('#00ff00'));
  desk.write('media/broken.jpg', await jpeg('#654321'));
  desk.write('media/new.jpg', await jpeg('#111111'));
  expect(await decodings(() => desk.check())).toBe(3);
  expect(JSON.stringify(await desk.report())).not.toMatch(/broken\.jpg/);
  expect(await decodings(() => desk.check())).toBe(0);
});

test('a picture that was changed behind the back of its date is decoded again', async () => {
  await furnish();
  await desk.check();
  const path = onDisk('media/one.jpg');
  const { atime, mtime, size } = statSync(path);
  const bytes = readFileSync(path);
  // Later than the smallest step in which a disk counts time.
  await new Promise((later) => setTimeout(later, 20));
  bytes[size - 3] = (bytes[size - 3] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
  expect(await decodings(() => desk.check())).toBe(1);
});

test('a picture that was moved is found at its new place alone, and what is gone is forgotten', async () => {
  await furnish();
  await desk.check();
  mkdirSync(onDisk('media/old'));
  renameSync(onDisk('media/one.jpg'), onDisk('media/old/first.jpg'));
  rmSync(onDisk('media/two.jpg'));
  await desk.check();
  const [name = ''] = readdirSync(cache());
  const notebook = readFileSync(join(cache(), name), 'utf8');
  expect(notebook).toContain('media/old/first.jpg');
  expect(notebook).not.toMatch(/media\/(?:one|two)\.jpg/);
});

test('what this machine’s archive knows of pictures need not be found out again, and nothing is written there', async () => {
  await furnish();
  const place = {
    contentDir: join(desk.folder, 'content'),
    dataDir: desk.dataDir,
    site: { timeZone: 'Africa/Nairobi', smartPunctuation: false },
    now: () => Date.parse('2026-10-15T09:00:00+03:00'),
  };
  const ingest = createIngest(place);
  await ingest.run();
  await ingest.close();
  const before = readdirSync(desk.dataDir);
  expect(await decodings(() => desk.check())).toBe(0);
  expect(readdirSync(desk.dataDir)).toEqual(before);
});

test('a notebook that is torn, of another release or not to be written costs time and nothing else', async () => {
  await furnish();
  const first = await desk.report();
  const [name = ''] = readdirSync(cache());
  for (const torn of ['{"rele', '{}', '[]', '{"release":0,"rows":{}}', '{"release":11,"rows":null}']) {
    writeFileSync(join(cache(), name), torn);
    expect(await decodings(async () => expect(await desk.report()).toEqual(first)), torn).toBe(4);
  }
  rmSync(join(desk.folder, 'node_modules'), { recursive: true });
  writeFileSync(join(desk.folder, 'node_modules'), 'no folder');
  expect(await decodings(async () => expect(await desk.report()).toEqual(first))).toBe(4);
});

test('moving a piece decodes nothing that a check has decoded', async () => {
  await furnish();
  desk.write('media/bare.jpg.yaml', 'alt: A bridge.\ncredit: Amina Wafula\nlicence: CC BY 4.0\n');
  await desk.check();
  expect(await decodings(async () => expect((await desk.move('bridge', 'other-bridge')).code).toBe(0))).toBe(0);
});
