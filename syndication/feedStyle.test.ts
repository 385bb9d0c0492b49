/** A feed that somebody opens wears the colours of the paper, although its style sheet has to say them again. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Custom properties with colours, each with all values in the order of the sheet. */
const coloursIn = (css: string): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const [, name = '', light = '', dark] of css.matchAll(/(--[\w-]+): (?:light-dark\()?(#\w+)(?:, (#\w+)\))?;/g)) {
    found.set(name, [...(found.get(name) ?? []), ...(dark === undefined ? [light] : [light, dark])]);
  }
  return found;
};

test('an opened feed has the colours of the pages, by day and by night', () => {
  const pages = coloursIn(readFileSync('app/styles/colour.css', 'utf8').split('.band {')[0] ?? '');
  const feeds = coloursIn(readFileSync('public/feed.css', 'utf8'));
  expect(feeds.size).toBeGreaterThan(6);
  for (const [name, [day, night]] of feeds) {
    const [plain, light, dark] = pages.get(name) ?? [];
    expect([name, plain, light, dark]).toEqual([name, day, day, night]);
  }
});
