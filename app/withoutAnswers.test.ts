/** A paper that keeps its pieces from AI answers has neither twins nor llms.txt: they exist for that use alone. */
import { expect, test, vi } from 'vitest';
import type * as siteModule from '#site';
import { GET as full } from './llms-full.txt/route';
import { GET as index } from './llms.txt/route';
import { GET as twin } from './markdown/[year]/[month]/[day]/[slug]/route';
import { GET as robots } from './robots.txt/route';

vi.mock('#site', async (original) => {
  const { site } = await original<typeof siteModule>();
  return { site: { ...site, machines: { ...site.machines, aiInput: false } } };
});

test('H7 twins, llms.txt and llms-full.txt are not there', async () => {
  const params = Promise.resolve({ year: '2026', month: '10', day: '15', slug: 'bridge' });
  const answers = [index(), full(), await twin(new Request('http://localhost/'), { params })];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('H7 and robots.txt says so in the same breath', async () => {
  const text = await robots().text();
  expect(text).toContain('Content-Signal: search=yes, ai-input=no, ai-train=no');
  expect(text).toMatch(/^User-agent: ChatGPT-User\nDisallow: \/$/m);
});
