import { expect, test } from 'vitest';
import { readPage } from '#newsroom/siteRules/pageFacts';

const story = (media: string): string =>
  `<!doctype html><html lang="en"><body><main><article><h1>Harbour</h1>${media}<img src="/a.jpg" width="960" height="640" loading="lazy"></article></main></body></html>`;

test('R6 a film’s poster is what readers see first; the pictures behind it may wait', () => {
  const behind = (media: string) =>
    readPage(story(media), 'https://news.example/harbour').images.map(({ isBehindFilm }) => isBehindFilm);
  expect(behind('<video poster="/p.jpg" controls></video>')).toEqual([true]);
  expect(behind('<video controls></video>')).toEqual([false]);
  expect(behind('')).toEqual([false]);
});
