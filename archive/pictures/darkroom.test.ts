import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openDarkroom, renditionName } from '#archive/pictures/darkroom';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import { pictureHash } from '#archive/pictures/readPicture';
import type { Photo } from '#model/photo';
import { parseRendition, type Rendition } from '#model/renditions';

const newsroom = async () => {
  const root = await mkdtemp(join(tmpdir(), 'darkroom-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const contentDir = join(root, 'content');
  await mkdir(join(contentDir, 'media'), { recursive: true });
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#247' } })
    .jpeg()
    .toBuffer();
  await writeFile(join(contentDir, 'media/bridge.jpg'), bytes);
  const photo: Photo = {
    file: 'media/bridge.jpg',
    hash: pictureHash(bytes),
    width: 800,
    height: 600,
    colour: '#224477',
    alt: 'A bridge',
    credit: 'A. Photographer',
    licence: 'CC BY 4.0',
    focus: [0.5, 0.5],
    zoom: 1,
  };
  const place = { contentDir, dataDir: join(root, 'data'), now: () => 1_800_000_000_000 };
  const asked = (name: string): Rendition => {
    const rendition = parseRendition(`/pictures/${photo.hash}/${name}`);
    if (!rendition) throw new Error(`${name} is no rendition`);
    return rendition;
  };
  return { root, contentDir, place, photo, asked };
};

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((e) => e.isFile()).length;

test('a rendition is made once and then comes from the store, also after the source is gone', async () => {
  const { contentDir, place, photo, asked } = await newsroom();
  const made = await openDarkroom(place).rendition(photo, asked('news-320.webp'));
  expect(made && (await sharp(made).metadata()).width).toBe(320);
  await rm(join(contentDir, 'media/bridge.jpg'));
  expect(await openDarkroom(place).rendition(photo, asked('news-320.webp'))).toEqual(made);
  expect(await openDarkroom(place).rendition(photo, asked('news-160.webp'))).toBeUndefined();
});

test('many who ask for the same at the same time wait for one', async () => {
  const { place, photo, asked } = await newsroom();
  const darkroom = openDarkroom(place);
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => darkroom.rendition(photo, asked('wide-640.avif'))),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]?.length).toBeGreaterThan(0);
});

test('a file changed in place is never served under the old hash', async () => {
  const { contentDir, place, photo, asked } = await newsroom();
  const other = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  await writeFile(join(contentDir, 'media/bridge.jpg'), other);
  expect(await openDarkroom(place).rendition(photo, asked('news-320.jpg'))).toBeUndefined();
  expect(await filesIn(place.dataDir)).toBe(0);
});

test.each(['../secret.jpg', '/etc/passwd', 'media/link.jpg'])('a source at %s is not read', async (file) => {
  const { root, contentDir, place, photo, asked } = await newsroom();
  await symlink(join(contentDir, 'media/bridge.jpg'), join(contentDir, 'media/link.jpg'));
  await symlink(join(contentDir, 'media/bridge.jpg'), join(root, 'secret.jpg'));
  expect(await openDarkroom(place).rendition({ ...photo, file }, asked('news-320.jpg'))).toBeUndefined();
});

test('a broken source whose hash is right is not there, and nothing is kept', async () => {
  const { contentDir, place, photo, asked } = await newsroom();
  const cut = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  await writeFile(join(contentDir, 'media/bridge.jpg'), cut);
  const broken = { ...photo, hash: pictureHash(cut) };
  const rendition = { ...asked('news-320.jpg'), hash: broken.hash };
  expect(await openDarkroom(place).rendition(broken, rendition)).toBeUndefined();
  expect(await filesIn(place.dataDir)).toBe(0);
});

test('where nothing can be kept the picture is served all the same', async () => {
  const { place, photo, asked } = await newsroom();
  await writeFile(place.dataDir, 'a file where the folder should be');
  const darkroom = openDarkroom(place);
  for (let i = 0; i < 2; i += 1) {
    expect((await darkroom.rendition(photo, asked('news-320.jpg')))?.length).toBeGreaterThan(0);
  }
});

test('a flood of made-up framings is sent away and does not hold up the pictures of the pages', async () => {
  const { place, photo, asked } = await newsroom();
  const darkroom = openDarkroom(place);
  let first = '';
  const flood = Array.from({ length: 100 }, (_, n) =>
    darkroom.rendition(photo, asked(`news-160-${n}-7.jpg`)).then(
      () => (first ||= 'flood'),
      (error: unknown) => error,
    ),
  );
  const own = darkroom.rendition(photo, asked('news-160.jpg')).then((bytes) => bytes?.length);
  expect(await own).toBeGreaterThan(0);
  const refused = (await Promise.all(flood)).filter((answer) => answer instanceof TooManyWaiting);
  expect(refused.length).toBe(49);
});

test('the store has one name for one rendition', async () => {
  const { photo, asked } = await newsroom();
  expect(renditionName(asked('news-160-7-7-19.jpg'))).toBe(`${photo.hash}-news-160-7-7-19.jpg`);
});
