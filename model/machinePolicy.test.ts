/** One policy, and everything that machines are told of it: consistent for every policy that can be written. */
import { expect, test } from 'vitest';
import { crawlers } from '#model/crawlers';
import { contentSignal, contentUsage, offersMarkdown, standingFor, usesOf } from '#model/machinePolicy';
import { siteFaults } from '#model/siteRules';
import { site } from '#site';

const policy = site.machines;
const named = (name: string) => crawlers.find((crawler) => crawler.name === name) ?? crawlers[0];
const standing = (name: string, change: Partial<typeof policy> = {}) => {
  const crawler = named(name);
  return crawler && standingFor({ ...policy, ...change }, crawler);
};

test('every crawler is named once, by a name that robots.txt can hold, with a purpose', () => {
  const names = crawlers.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const { name, purposes } of crawlers) {
    expect(name).toMatch(/^[A-Za-z_-]+$/);
    expect(purposes.length).toBeGreaterThan(0);
  }
});

test('H7 the crawlers that publishers ask about are all known', () => {
  const asked =
    'Googlebot Googlebot-News Bingbot GPTBot OAI-SearchBot ChatGPT-User ClaudeBot Claude-SearchBot Claude-User Google-Extended ' +
    'Applebot-Extended PerplexityBot Perplexity-User CCBot Bytespider Meta-ExternalAgent Amazonbot DuckAssistBot MistralAI-User cohere-ai';
  const names = crawlers.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(asked.split(' ')));
});

test('a crawler comes in for what the policy allows, and one that does two things only where both are allowed', () => {
  const noTraining = { search: true, aiInput: true, aiTrain: false };
  expect(['Googlebot-News', 'OAI-SearchBot', 'ChatGPT-User'].map((name) => standing(name, noTraining))).toEqual([
    'allowed',
    'allowed',
    'allowed',
  ]);
  expect(['GPTBot', 'Google-Extended', 'Amazonbot'].map((name) => standing(name, noTraining))).toEqual([
    'refused',
    'refused',
    'refused',
  ]);
  const trainingAlone = { search: true, aiInput: false, aiTrain: true };
  expect(['GPTBot', 'Google-Extended', 'Claude-SearchBot'].map((name) => standing(name, trainingAlone))).toEqual([
    'allowed',
    'refused',
    'refused',
  ]);
});

test('an index for AI answers needs both search and input', () => {
  expect(usesOf({ search: false, aiInput: true, aiTrain: true })['ai-index']).toBe(false);
  expect(usesOf({ search: true, aiInput: true, aiTrain: false })['ai-index']).toBe(true);
});

test('what is said of one crawler beats its purpose, in any case of its letters', () => {
  expect(standing('GPTBot', { aiTrain: false, crawlers: { gptbot: 'agreed' } })).toBe('agreed');
  expect(standing('Bingbot', { search: true, crawlers: { Bingbot: 'refused' } })).toBe('refused');
});

test('signal and usage say the policy in the words of each', () => {
  const told = { ...policy, search: true, aiInput: false, aiTrain: true };
  expect(contentSignal(told)).toBe('search=yes, ai-input=no, ai-train=yes');
  expect(contentUsage(told)).toBe('search=y, train-ai=y');
  expect(offersMarkdown(told)).toBe(false);
});

test('the publication’s own facts are fit to use', () => {
  expect(siteFaults(site)).toEqual([]);
});

test.each([
  [{ machines: { ...policy, crawlers: { 'GPT Bot': 'refused' as const } } }, '"GPT Bot"'],
  [{ machines: { ...policy, licence: { ...policy.licence, contact: 'nobody' } } }, 'rights@news.example'],
  [{ machines: { ...policy, licence: { ...policy.licence, terms: '//evil.example' } } }, '/about/terms'],
  [{ hubs: ['hub.example'] }, 'https://hub.example/'],
  [{ hubs: ['http://hub.example/'] }, 'https://hub.example/'],
  [{ indexNow: { endpoint: 'https://api.indexnow.org/indexnow', key: 'short' } }, '8 to 128'],
  [{ indexNow: { endpoint: 'ftp://x' } }, 'https://api.indexnow.org'],
])('a fact that cannot be used is named with its remedy', (change, remedy) => {
  const faults = siteFaults({ ...site, ...change });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('site.config.ts: ');
  expect(faults[0]).toContain(remedy);
});

test('a switch that is neither on nor off is a fault', () => {
  // As a publisher may leave it who writes the file by hand: the compiler does not stand beside him.
  const machines = JSON.parse('{"search":true,"aiInput":"yes","crawlers":{},"licence":{}}') as typeof policy;
  const faults = siteFaults({ ...site, machines: { ...machines, licence: policy.licence } });
  expect(faults.map((fault) => fault.split(' ')[1])).toEqual(['machines.aiInput', 'machines.aiTrain']);
});
