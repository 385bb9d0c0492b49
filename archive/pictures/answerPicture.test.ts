import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { answerPicture } from '#archive/pictures/answerPicture';
import { type Darkroom, openDarkroom } from '#archive/pictures/darkroom';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import { pictureHash } from '#archive/pictures/readPicture';
import type { Photo } from '#model/photo';

const embargo = 1_800_000_000_000;

const desk = async () => {
  const root = await mkdtemp(join(tmpdir(), 'answer-picture-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'media'));
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#247' } })
    .png()
    .toBuffer();
  await writeFile(join(root, 'media/bridge.png'), bytes);
  const photo: Photo = {
    file: 'media/bridge.png',
    hash: pictureHash(bytes),
    width: 800,
    height: 600,
    colour: '#224477',
    alt: 'A bridge',
    credit: 'A. Photographer',
    licence: 'CC BY 4.0',
    focus: [0.3, 0.5],
    zoom: 1.5,
  };
  const archive = {
    picture: (hash: string, now: number) => (hash === photo.hash && now >= embargo ? photo : undefined),
  };
  const darkroom = openDarkroom({ contentDir: root, dataDir: join(root, 'data'), now: () => embargo });
  const ask = (path: string, init: RequestInit = {}, now = embargo, room: Darkroom = darkroom) =>
    answerPicture(new Request(`http://127.0.0.1${path}`, init), { archive, darkroom: room, now });
  return { root, photo, ask, base: `/pictures/${photo.hash}` };
};

test.each([
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
] as const)('a picture in %s comes with all that a cache and a browser need', async (ending, mime) => {
  const { ask, base, photo } = await desk();
  const answer = await ask(`${base}/news-320-30-50-15.${ending}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': mime,
    'content-length': String(bytes.length),
    'x-body-length': String(bytes.length),
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${photo.hash}-news-320-30-50-15.${ending}"`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 320, height: 213 });
});

test('whoever has it already gets 304 without a picture being made', async () => {
  const { ask, base, root } = await desk();
  const first = await ask(`${base}/news-320.jpg`);
  await rm(join(root, 'media'), { recursive: true });
  const again = await ask(`${base}/news-320.jpg`, {
    headers: { 'if-none-match': `W/"x", ${first.headers.get('etag')}` },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
});

test('HEAD has the headers alone', async () => {
  const { ask, base } = await desk();
  const [head, get] = [await ask(`${base}/news-320.jpg`, { method: 'HEAD' }), await ask(`${base}/news-320.jpg`)];
  expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  expect(await head.text()).toBe('');
});

test('before its piece is public a picture is nowhere, and nothing keeps that answer', async () => {
  const { ask, base } = await desk();
  const early = await ask(`${base}/news-320.jpg`, {}, embargo - 1);
  expect([early.status, early.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect((await ask(`${base}/news-320.jpg`)).status).toBe(200);
});

test('all else is a plain 404', async () => {
  const { ask, base } = await desk();
  const paths = [
    `${base}/news-960.jpg`,
    `${base}/news-320.gif`,
    `${base}/news-321.jpg`,
    `${base}/share-1200.avif`,
    `${base}/news-320.jpg?w=5`,
    `${base}/..%2f..%2fetc%2fpasswd`,
    `${base}/%00`,
    `${base}/%E0%A4%A`,
    '/pictures/ffffffffffffffff/news-320.jpg',
    `/pictures/${'a'.repeat(5000)}/news-320.jpg`,
    '/',
  ];
  for (const path of paths) {
    const answer = await ask(path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 404, 'text/plain; charset=utf-8']);
  }
});

test('a source that is gone, changed or broken is a 404 too', async () => {
  const { ask, base, root } = await desk();
  await writeFile(join(root, 'media/bridge.png'), 'no picture any more');
  expect((await ask(`${base}/news-320.jpg`)).status).toBe(404);
  await rm(join(root, 'media/bridge.png'));
  expect((await ask(`${base}/news-320.jpg`)).status).toBe(404);
});

test('under a flood the answer is 503 with a time to come back', async () => {
  const { ask, base } = await desk();
  const busy: Darkroom = {
    rendition: () => Promise.reject(new TooManyWaiting()),
    keptLength: () => Promise.resolve(undefined),
  };
  const answer = await ask(`${base}/news-320.jpg`, {}, embargo, busy);
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    503,
    '2',
    'no-store',
  ]);
});
