import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerFile } from '#archive/pictures/answerFile';
import type { Asset } from '#archive/questions';
import { fileAddress } from '#model/fileAddress';

const embargo = 1_800_000_000_000;
const sound = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 31) % 251));

const desk = async (name = 'tide.mp3', bytes = sound, mime = 'audio/mpeg') => {
  const root = await mkdtemp(join(tmpdir(), 'answer-file-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'media'));
  const path = join(root, 'media', name);
  await writeFile(path, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const asset: Asset = { file: `media/${name}`, hash, bytes: bytes.length, mime };
  const archive = { asset: (asked: string, now: number) => (asked === hash && now >= embargo ? asset : undefined) };
  const ask = (headers: Record<string, string> = {}, address = fileAddress(asset), method = 'GET', now = embargo) =>
    answerFile(new Request(`http://127.0.0.1${address}`, { headers, method }), { archive, contentDir: root, now });
  return { root, path, hash, ask };
};

/** Lets go of the body, as the server does when a reader leaves: an unread stream would hold its file open. */
const statusOf = async (answer: Response): Promise<number> => {
  await answer.body?.cancel();
  return answer.status;
};

const openFiles = async () => (await readdir('/proc/self/fd').catch(() => [])).length;

test('a file is sent whole, with its type and for ever', async () => {
  const { ask, hash } = await desk();
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'audio/mpeg',
    'content-disposition': 'inline; filename="tide.mp3"; filename*=UTF-8\'\'tide.mp3',
    'content-length': '200000',
    'x-body-length': '200000',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${hash}"`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(sound)).toBe(true);
});

test.each([
  ['bytes=0-9', 0, 9],
  ['bytes=150000-', 150_000, 199_999],
  ['bytes=-100', 199_900, 199_999],
  ['bytes=199999-500000', 199_999, 199_999],
])('a player that asks for %s gets that part', async (range, from, to) => {
  const { ask } = await desk();
  const answer = await ask({ range });
  expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
    206,
    `bytes ${from}-${to}/200000`,
    String(to - from + 1),
  ]);
  expect(Buffer.from(await answer.arrayBuffer()).equals(sound.subarray(from, to + 1))).toBe(true);
});

test('a part beyond the end is 416 with the true size', async () => {
  const { ask } = await desk();
  const answer = await ask({ range: 'bytes=200000-' });
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
    416,
    'bytes */200000',
    '',
  ]);
});

test('a part of another version is answered with the whole', async () => {
  const { ask, hash } = await desk();
  expect(await statusOf(await ask({ range: 'bytes=0-9', 'if-range': '"other"' }))).toBe(200);
  expect(await statusOf(await ask({ range: 'bytes=0-9', 'if-range': `"${hash}"` }))).toBe(206);
});

test('HEAD and 304 send no bytes, and of HEAD no part can be asked', async () => {
  const { ask, hash } = await desk();
  const [head, whole] = [await ask({ range: 'bytes=0-9' }, undefined, 'HEAD'), await ask()];
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    whole.headers.get('content-length'),
    '',
  ]);
  expect(await statusOf(await ask({ 'if-none-match': `"${hash}"` }))).toBe(304);
});

test('an empty file is sent as empty', async () => {
  const { ask } = await desk('empty.vtt', Buffer.alloc(0), 'text/vtt');
  const answer = await ask();
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '0', '']);
});

test('a page, a drawing or a script is offered for saving and never opened', async () => {
  const { ask } = await desk('evil.html', Buffer.from('<script>alert(1)</script>'), 'text/html');
  const answer = await ask();
  expect(await answer.text()).toBe('<script>alert(1)</script>');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('before its piece is public a file is nowhere', async () => {
  const { ask } = await desk();
  const early = await ask({}, undefined, 'GET', embargo - 1);
  expect([early.status, early.headers.get('cache-control')]).toEqual([404, 'no-store']);
});

test('a file has one address only', async () => {
  const { ask, hash } = await desk('tide one.mp3');
  expect(await statusOf(await ask({}, `/files/${hash}/tide%20one.mp3`))).toBe(200);
  for (const name of [
    'other.mp3',
    'tide+one.mp3',
    'tide%20one%2emp3',
    '..%2fmedia%2ftide%20one.mp3',
    'tide%20one.mp3?x',
    '%E0%A4%A',
  ]) {
    expect([name, await statusOf(await ask({}, `/files/${hash}/${name}`))]).toEqual([name, 404]);
  }
});

test('a file changed in place is not served under its old hash, even when it was served before', async () => {
  const { ask, path } = await desk();
  expect(await statusOf(await ask())).toBe(200);
  await writeFile(path, Buffer.from(sound).reverse());
  expect(await statusOf(await ask())).toBe(404);
  await writeFile(path, sound);
  await utimes(path, 1000, 1000);
  expect(await statusOf(await ask())).toBe(200);
});

test('a link in the place of the file is not followed', async () => {
  const { ask, path, root } = await desk();
  await writeFile(join(root, 'outside'), sound);
  await rm(path);
  await symlink(join(root, 'outside'), path);
  expect(await statusOf(await ask())).toBe(404);
});

test('no file stays open, whether it is read to the end, in part, never or refused', async () => {
  const { ask, hash } = await desk();
  const before = await openFiles();
  for (let i = 0; i < 20; i += 1) {
    await (await ask()).arrayBuffer();
    await ask();
    const left = (await ask()).body?.getReader();
    await left?.read();
    await left?.cancel();
    await ask({ range: 'bytes=900000-' });
    await ask({}, undefined, 'HEAD');
    await ask({}, `/files/${hash}/other.mp3`);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await openFiles()).toBeLessThanOrEqual(before);
});
