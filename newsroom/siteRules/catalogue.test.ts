import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenPapers } from '#newsroom/siteCheck/brokenPapers';
import { siteRules } from '#newsroom/siteRules/catalogue';
import { ruleNames, unseenRules } from '#newsroom/siteRules/ruleNames';

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

/** Everything between quotes after `test(`, `test.each(…)(` or `describe(`, in one file. */
const titlesIn = (file: string): string =>
  [...readFileSync(file, 'utf8').matchAll(/(?:test|describe)(?:\.\w+)?\((?:[^'"`)]*\)\()?\s*(['"`])(.*?)\1/gs)]
    .map(([, , title]) => title)
    .join('\n');

test('each rule of the list is asked by a visit or says why no visit can ask it, and none is asked that is not listed', () => {
  const names = [...siteRules, ...unseenRules].map(({ name }) => name);
  expect(sorted(names)).toEqual(sorted(ruleNames));
});

test('each rule that a visit asks has a paper that breaks it', () => {
  expect(sorted([...new Set(brokenPapers.map(({ rule }) => rule))])).toEqual(sorted(siteRules.map(({ name }) => name)));
});

test('each rule that no visit can ask is cited by the tests that show it', () => {
  for (const { name, shownIn } of unseenRules)
    for (const file of shownIn) expect([file, titlesIn(file)]).toEqual([file, expect.stringMatching(`\\b${name}\\b`)]);
});

test('each rule says what holds, what to do, and where it comes from', () => {
  for (const { name, says, todo, source } of siteRules) {
    expect([name, says.endsWith('.'), todo.endsWith('.')]).toEqual([name, true, true]);
    expect(source).toMatch(/^https:\/\//);
  }
});
test('the rules of a visit are asked of the fixture newsroom and of the sample paper', () => {
  const specs = readdirSync('e2e').filter((file) => file.endsWith('.spec.ts'));
  const asking = specs.filter((file) => readFileSync(join('e2e', file), 'utf8').includes('checkSiteAt('));
  expect(sorted(asking)).toEqual(expect.arrayContaining(['samplePaper.spec.ts', 'siteRules.spec.ts']));
});
