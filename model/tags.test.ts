import { expect, test } from 'vitest';
import { isSlug } from '#model/addresses';
import { fileNameFault, fileNameFrom } from '#model/fileNames';
import { distance, nearest } from '#model/nearest';
import { tagSlug } from '#model/tags';

test.each([
  ['History of Science', 'history-of-science'],
  ['  bridges ', 'bridges'],
  ['Women’s rights', 'womens-rights'],
  ["women's rights", 'womens-rights'],
  ['R&D', 'r-d'],
  ['C++', 'c'],
  ['Ngũgĩ wa Thiong’o', 'ngũgĩ-wa-thiongo'],
  ['COVID-19', 'covid-19'],
  ['Україна', 'україна'],
  ['日本', '日本'],
  ['हिन्दी', 'हिन्दी'],
  ['ﬁre', 'fire'],
  ['Ⅳ', 'iv'],
  ['İstanbul', 'i̇stanbul'],
  ['cafe\u0301', 'caf\u00e9'],
  ['!!!', ''],
  ['🦊', ''],
])('the tag %j has the address %j', (words, slug) => {
  expect(tagSlug(words)).toBe(slug);
});

test('whatever a tag is made of, its address is one that the paper knows, or there is none', () => {
  for (let point = 0; point < 0x20000; point += 7) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const slug = tagSlug(`${String.fromCodePoint(point)}a ${String.fromCodePoint(point)}`);
    expect(slug === '' || isSlug(slug), point.toString(16)).toBe(true);
    expect(tagSlug(slug)).toBe(slug);
  }
  expect(isSlug(tagSlug('long words '.repeat(50)))).toBe(true);
});

test('names of files are lower case with hyphens, at most 80 characters', () => {
  for (const good of ['amina-wafula', '007', 'ngũgĩ', '日本', 'x'.repeat(80)])
    expect(fileNameFault(good)).toBeUndefined();
  for (const bad of ['Amina', 'a b', 'a_b', 'a--b', '-a', 'a-', 'a/b', 'a.mdx', '', 'x'.repeat(81), '..']) {
    expect(fileNameFault(bad)?.message, bad).toMatch(/\.$/);
  }
  expect(fileNameFrom('content/authors/Amina Wafula.mdx')).toBe('amina-wafula');
});

test('the nearest name is found through slips of the hand, and not through guesses', () => {
  const names = ['headline', 'standfirst', 'publishedAt', 'tags'];
  expect(nearest('headlnie', names)).toBe('headline');
  expect(nearest('STANDFIRST', names)).toBe('standfirst');
  expect(nearest('publishdAt', names)).toBe('publishedAt');
  expect(nearest('tag', names)).toBe('tags');
  expect(nearest('weather', names)).toBeUndefined();
  expect(nearest('x', names)).toBeUndefined();
  expect(nearest('h'.repeat(100_000), names)).toBeUndefined();
});

test('two swapped letters are one step', () => {
  expect(distance('darft', 'draft', 3)).toBe(1);
  expect(distance('draft', 'draft', 3)).toBe(0);
  expect(distance('', 'abc', 3)).toBe(3);
  expect(distance('withdrawed', 'withdrawn', 3)).toBe(2);
  expect(distance('abcdef', 'uvwxyz', 2)).toBe(3);
});
