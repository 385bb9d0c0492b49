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

test('A3 D1: where the name of the paper is a heading of the first level too, the story keeps its own', () => {
  const nameplate = '<header><h1><a href="/">The Dock</a></h1></header>';
  const story = '<h1>Harbour</h1><p>Published <time datetime="2026-10-15T06:00:00+03:00">06:00 EAT</time></p>';
  for (const html of [
    `<body>${nameplate}<main>${story}</main></body>`,
    `<body>${nameplate}<article>${story}</article></body>`,
  ]) {
    const { headlines, times } = readPage(html, 'https://news.example/harbour');
    expect(headlines).toEqual(['Harbour', 'The Dock']);
    expect(times).toMatchObject([{ gap: expect.any(Number), before: expect.stringContaining('Published') }]);
    expect(times[0]?.gap).toBeGreaterThanOrEqual(0);
  }
});
