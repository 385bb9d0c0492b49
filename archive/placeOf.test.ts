import { describe, expect, test } from 'vitest';
import { documentKindOf, nameProblem, readDocument } from '#archive/readDocument';
import { nairobi } from '#archive/frontMatter/typedForTests';

describe('what a path of the content folder is', () => {
  test.each([
    ['articles/2026/10/15/harbour-bridge-reopens.mdx', 'article'],
    ['articles/2026/10/15/election-night.updates/0730-first-count.mdx', 'live-entry'],
    ['articles/2026/10/15/wanjirũ-ngũgĩ.mdx', 'article'],
    ['articles/2026/10/15/cafe\u0301.mdx', 'article'],
    ['authors/amina-wafula.mdx', 'author'],
    ['categories/counties.mdx', 'category'],
    ['series/bridges.mdx', 'series'],
    ['videos/cat.mdx', 'video'],
    ['pages/ethics.mdx', 'page'],
    ['fronts/home.yaml', 'front'],
    ['gone.yaml', 'gone'],
    ['media/bridge.jpg.yaml', 'photo-facts'],
    ['media/1914/Bridge.JPG.yaml', 'photo-facts'],
    ['articles/2026/10/15/bridge.webp.yaml', 'photo-facts'],
    ['authors/amina.png.yaml', 'photo-facts'],
    ['media/bridge.jpg', 'picture'],
    ['articles/2026/10/15/bridge.JPEG', 'picture'],
    ['media/bridge.gif', 'picture'],
    ['media/six-pips.mp3', 'asset'],
    ['articles/2026/10/15/budget.csv', 'asset'],
    ['media/report.pdf', 'asset'],
    ['videos/cat.vtt', 'asset'],
  ])('%s is %s', (file, kind) => {
    expect(documentKindOf(file)).toBe(kind);
    expect(nameProblem(file)).toBeUndefined();
  });

  test.each([
    '.DS_Store',
    'articles/.DS_Store',
    'articles/2026/10/15/bridge.mdx~',
    'articles/2026/10/15/.bridge.mdx.swp',
    'articles/2026/10/15/bridge.mdx.swp',
    'articles/2026/10/15/#bridge.mdx#',
    '.gitkeep',
    'articles/.gitkeep',
    '.git/config',
    '.obsidian/x.mdx',
    'README.md',
    'articles/README.md',
    'articles/2026/10/15/notes.md',
    'notes.txt.bak',
    'fronts/old.yaml',
    'media/x.psd',
    'Thumbs.db',
    'articles/2026',
    '',
  ])('%s is passed over in silence', (file) => {
    expect(documentKindOf(file)).toBeUndefined();
  });

  test.each([
    ['articles/2026/10/15/bridge.md', 'articles/2026/10/15/bridge.mdx'],
    ['articles/2026/10/15/bridge.markdown', 'articles/2026/10/15/bridge.mdx'],
    ['articles/2026/10/15/bridge.mdx.txt', 'articles/2026/10/15/bridge.mdx'],
    ['articles/2026/10/15/bridge.MDX', 'articles/2026/10/15/bridge.mdx'],
    ['articles/2026/10/15/Bridge.mdx', 'articles/2026/10/15/bridge.mdx'],
    ['articles/2026/10/15/bridge copy.mdx', 'Delete it'],
    ['articles/2026/10/15/bridge (2).mdx', 'Delete it'],
    ['articles/2026/10/15/bridge reopens.mdx', 'articles/2026/10/15/bridge-reopens.mdx'],
    ['articles/2026/10/15/bridge_reopens.mdx', 'articles/2026/10/15/bridge-reopens.mdx'],
    ['articles/2026/10/bridge.mdx', 'articles/2026/10/15/'],
    ['articles/bridge.mdx', 'articles/2026/10/15/'],
    ['articles/2026/1/5/bridge.mdx', 'articles/2026/01/05/'],
    ['articles/2026/13/01/bridge.mdx', 'the year, the month and the day'],
    ['articles/2026/02/30/bridge.mdx', 'the year, the month and the day'],
    ['articles/26/10/15/bridge.mdx', 'the year, the month and the day'],
    ['articles/2026/10/15/drafts/bridge.mdx', 'articles/2026/10/15/'],
    ['articles/2026/10/15/Election Night.updates/0730.mdx', 'Name the folder like the article'],
    ['articles/2026/10/15/election.updates/07 30.mdx', '07-30.mdx'],
    ['authors/Amina Wafula.mdx', 'authors/amina-wafula.mdx'],
    ['authors/amina.md', 'authors/amina.mdx'],
    ['authors/staff/amina.mdx', 'authors/'],
    ['author/amina.mdx', 'authors'],
    ['article/2026/10/15/bridge.mdx', 'articles'],
    ['bridge.mdx', 'Move it into one of the folders'],
    ['fronts/home.yml', 'fronts/home.yaml'],
    ['Gone.yaml', 'gone.yaml'],
    ['fronts/gone.yaml', 'gone.yaml'],
    ['media/bridge.jpg.yml', 'media/bridge.jpg.yaml'],
    [`authors/${'x'.repeat(81)}.mdx`, 'authors/'],
  ])('%s is a problem with a fix', (file, fix) => {
    expect(documentKindOf(file)).toBe('stray-problem');
    expect(nameProblem(file)).toMatchObject({ file, line: 1, column: 1, field: 'file' });
    expect(nameProblem(file)?.fix).toContain(fix);
    expect(readDocument(file, Buffer.from('---\n---\n'), nairobi).problems).toEqual([nameProblem(file)]);
  });

  test('any path gets an answer', () => {
    const hostile = [
      '/',
      '//',
      '../x.mdx',
      'articles/../../x.mdx',
      'a'.repeat(100_000),
      '\u0000',
      '__proto__/x.mdx',
      'constructor/x.mdx',
      'articles/'.repeat(5000),
    ];
    for (const file of hostile) {
      expect(() => documentKindOf(file)).not.toThrow();
      expect(readDocument(file, Buffer.from('x'), nairobi).problems.length).toBeGreaterThan(0);
    }
  });
});
