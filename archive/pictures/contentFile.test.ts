import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContentFile } from '#archive/pictures/contentFile';

const newsroom = async () => {
  const root = await mkdtemp(join(tmpdir(), 'content-file-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const content = join(root, 'content');
  await mkdir(join(content, 'media'), { recursive: true });
  await writeFile(join(root, 'secret'), 'outside');
  await writeFile(join(content, 'media/tide.txt'), 'inside');
  return { root, content };
};

const text = async (content: string, file: string, most = 1000) =>
  (await readContentFile(content, file, most))?.toString();

test('a file of the content folder is read', async () => {
  const { content } = await newsroom();
  expect(await text(content, 'media/tide.txt')).toBe('inside');
});

test.each([
  '../secret',
  'media/../../secret',
  '/etc/passwd',
  'media/./tide.txt',
  'media//tide.txt',
  '',
  '.',
  '..',
  'media',
  'media/none.txt',
  'media/tide.txt/x',
  'media\\tide.txt',
  'media/tide.txt\0.jpg',
  `media/${'a'.repeat(5000)}`,
])('%j is nothing that may be read', async (file) => {
  const { content } = await newsroom();
  expect(await text(content, file)).toBeUndefined();
});

test('no link is followed, neither of a file nor of a folder', async () => {
  const { root, content } = await newsroom();
  await symlink(join(root, 'secret'), join(content, 'media/link.txt'));
  await symlink(root, join(content, 'folder'));
  await symlink(join(content, 'media/tide.txt'), join(content, 'media/inner.txt'));
  for (const file of ['media/link.txt', 'folder/secret', 'media/inner.txt']) {
    expect(await text(content, file)).toBeUndefined();
  }
});

test('the content folder itself may be a link', async () => {
  const { root, content } = await newsroom();
  await symlink(content, join(root, 'current'));
  expect(await text(join(root, 'current'), 'media/tide.txt')).toBe('inside');
});

test('a pipe does not hold the reader up', async () => {
  const { content } = await newsroom();
  execFileSync('mkfifo', [join(content, 'media/pipe.jpg')]);
  expect(await text(content, 'media/pipe.jpg')).toBeUndefined();
});

test('a file of more bytes than asked for is not read', async () => {
  const { content } = await newsroom();
  expect(await text(content, 'media/tide.txt', 5)).toBeUndefined();
});

test('a name that a Mac left decomposed is found under its composed form', async () => {
  const { content } = await newsroom();
  await writeFile(join(content, 'media/ngu\u0303gi\u0303.txt'), 'names');
  expect(await text(content, 'media/ng\u0169g\u0129.txt')).toBe('names');
});
