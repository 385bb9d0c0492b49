import { expect, test } from 'vitest';
import { pathFault, pictureCandidates } from '#model/picturePaths';

const day = 'articles/2026/10/15';

test('a bare name is looked for beside the article, then in media', () => {
  expect(pictureCandidates('bridge.jpg', day)).toEqual([`${day}/bridge.jpg`, 'media/bridge.jpg']);
});

test('a name with a leading ./ means the same as the bare name', () => {
  expect(pictureCandidates('./bridge.jpg', day)).toEqual(pictureCandidates('bridge.jpg', day));
});

test('a path with a leading slash counts from the content folder alone', () => {
  expect(pictureCandidates('/media/1914/bridge.jpg', day)).toEqual(['media/1914/bridge.jpg']);
});

test('media/ without its slash is understood', () => {
  expect(pictureCandidates('media/bridge.jpg', day)).toContain('media/bridge.jpg');
});

test('a document in media is not looked for twice at one place', () => {
  expect(pictureCandidates('bridge.jpg', 'media')).toEqual(['media/bridge.jpg']);
});

test('decomposed letters of a Mac are the composed ones', () => {
  expect(pictureCandidates('cafe\u0301.jpg', 'authors')).toEqual(['authors/caf\u00e9.jpg', 'media/caf\u00e9.jpg']);
});

test('a neighbour folder can be named, and media is not climbed out of', () => {
  expect(pictureCandidates('../16/bridge.jpg', day)).toEqual(['articles/2026/10/16/bridge.jpg']);
});

test.each([
  ['../../../../../secret.jpg', 'outside'],
  ['/../secret.jpg', 'outside'],
  ['/', 'outside'],
  ['..\\secret.jpg', 'outside'],
  ['a\u0000.jpg', 'outside'],
  ['https://example.org/bridge.jpg', 'remote'],
  ['//example.org/bridge.jpg', 'remote'],
  ['DATA:image/png;base64,AAAA', 'remote'],
  ['c:/bridge.jpg', 'remote'],
  ['   ', 'empty'],
])('%j is nowhere in the newsroom (%s)', (written, fault) => {
  expect(pathFault(written, day)).toBe(fault);
  expect(pictureCandidates(written, day)).toEqual([]);
});
