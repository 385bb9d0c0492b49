/** robots.txt, signals, usage and licence say the same, whatever the policy is. */
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { crawlers } from '#model/crawlers';
import { contentUsage, type MachinePolicy } from '#model/machinePolicy';
import { testPaper } from '#syndication/forTests';
import { licenceXml } from '#syndication/licence';
import type { Paper } from '#syndication/paper';
import { robotsTxt } from '#syndication/robots';

const paperWith = (machines: Partial<MachinePolicy>): Paper => ({
  ...testPaper,
  site: { ...testPaper.site, machines: { ...testPaper.site.machines, ...machines } },
});

type Group = { readonly agents: string[]; readonly rules: [string, string][] };

/** Reads a robots.txt as RFC 9309 says: comments go, lines of agents in a row open a group, blank lines mean nothing. */
const parsed = (text: string): { groups: Group[]; outside: [string, string][] } => {
  const groups: Group[] = [];
  const outside: [string, string][] = [];
  for (const line of text.split('\n').map((each) => each.replace(/#.*$/, '').trim())) {
    const at = line.indexOf(':');
    if (at === -1) continue;
    const [key, value] = [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
    const last = groups.at(-1);
    if (key === 'user-agent') {
      if (last && last.rules.length === 0) last.agents.push(value);
      else groups.push({ agents: [value], rules: [] });
    } else if (key === 'sitemap' || key === 'license' || !last) outside.push([key, value]);
    else last.rules.push([key, value]);
  }
  return { groups, outside };
};

const valuesOf = ({ rules }: Group, key: string): string[] => rules.flatMap(([k, value]) => (k === key ? [value] : []));

/** The longest rule that matches decides; between equals the one that allows (RFC 9309, 2.2.2). */
const mayRead = (group: Group, path: string): boolean => {
  const fitting = group.rules
    .filter(([key, value]) => /^(?:dis)?allow$/.test(key) && value !== '' && path.startsWith(value))
    .toSorted((a, b) => b[1].length - a[1].length || Number(a[0] === 'disallow') - Number(b[0] === 'disallow'));
  return fitting[0]?.[0] !== 'disallow';
};

const switches = [true, false].flatMap((search) =>
  [true, false].flatMap((aiInput) => [true, false].map((aiTrain) => ({ search, aiInput, aiTrain }))),
);
const exceptions: MachinePolicy['crawlers'][] = [{}, { GPTBot: 'agreed', bingbot: 'refused', NewcomerBot: 'refused' }];
const policies = switches.flatMap((uses) => exceptions.map((named) => ({ ...uses, crawlers: named })));

/** Said once more and otherwise than the code says it: who may come in. */
const expected = (policy: (typeof policies)[number], name: string, purposes: readonly string[]): boolean => {
  if (name === 'GPTBot' && policy.crawlers['GPTBot']) return true;
  if (name === 'Bingbot' && policy.crawlers['bingbot']) return false;
  if (purposes.includes('search') && !policy.search) return false;
  if (purposes.includes('ai-search') && !(policy.search && policy.aiInput)) return false;
  if (purposes.includes('ai-answer') && !policy.aiInput) return false;
  return !purposes.includes('ai-train') || policy.aiTrain;
};

describe.each(policies)('search $search, input $aiInput, training $aiTrain, but $crawlers', (policy) => {
  const paper = paperWith(policy);
  const { groups, outside } = parsed(robotsTxt(paper, ['/sitemap.xml', '/news-sitemap.xml']));
  const groupOf = (name: string): Group => {
    const [found, ...more] = groups.filter(({ agents }) => agents.includes(name));
    if (!found || more.length > 0) throw new Error(`${name} has ${found ? more.length + 1 : 0} groups`);
    return found;
  };
  const signals = [`search=${policy.search}`, `ai-input=${policy.aiInput}`, `ai-train=${policy.aiTrain}`]
    .join(', ')
    .replaceAll('true', 'yes')
    .replaceAll('false', 'no');

  test('H7 each known crawler has one group, which lets it in exactly where all its purposes are allowed', () => {
    const found = crawlers.map(({ name }) => [name, mayRead(groupOf(name), '/2026/10/15/bridge')]);
    expect(found).toEqual(crawlers.map(({ name, purposes }) => [name, expected(policy, name, purposes)]));
  });

  test('H7 no group both signals a yes and shuts the door, and every open group tells the policy', () => {
    for (const group of groups) {
      const signal = valuesOf(group, 'content-signal');
      if (!mayRead(group, '/')) expect(signal.join()).not.toContain('=yes');
      else if (!group.agents.includes('GPTBot') || !policy.crawlers['GPTBot']) {
        expect([group.agents, signal]).toEqual([group.agents, [signals]]);
        expect(valuesOf(group, 'content-usage')).toEqual([contentUsage(paper.site.machines)]);
      }
    }
    expect(valuesOf(groupOf('*'), 'content-signal')).toEqual([signals]);
  });

  test('H7 Googlebot-News, where engines may search at all, is kept from nothing', () => {
    expect(valuesOf(groupOf('Googlebot-News'), 'disallow')).toEqual(policy.search ? [] : ['/']);
  });

  test('H7 the usage of the drafts and the signals agree', () => {
    const usage = Object.fromEntries(
      contentUsage(paper.site.machines)
        .split(', ')
        .map((pair) => pair.split('=')),
    );
    expect(usage).toEqual({ search: policy.search ? 'y' : 'n', 'train-ai': policy.aiTrain ? 'y' : 'n' });
  });

  test('H7 the licence stands where robots.txt says, is RSL, and permits exactly what the signals allow', () => {
    expect(outside).toEqual([
      ['license', 'https://news.example/license.xml'],
      ['sitemap', 'https://news.example/sitemap.xml'],
      ['sitemap', 'https://news.example/news-sitemap.xml'],
    ]);
    const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(licenceXml(paper));
    const { rsl } = xml;
    expect([rsl.xmlns, rsl.content.url]).toEqual(['https://rslstandard.org/rsl', '/']);
    const uses = (side: 'permits' | 'prohibits'): string[] => {
      const element = rsl.content.license[side];
      if (element === undefined) return [];
      expect(element.type).toBe('usage');
      return String(element['#text']).split(' ');
    };
    const [permits, prohibits] = [uses('permits'), uses('prohibits')];
    expect([...permits, ...prohibits].toSorted()).toEqual(['ai-index', 'ai-input', 'ai-train', 'search']);
    expect(['search', 'ai-input', 'ai-train'].map((use) => permits.includes(use))).toEqual([
      policy.search,
      policy.aiInput,
      policy.aiTrain,
    ]);
    expect(rsl.content.license.payment !== undefined).toBe(permits.length > 0);
    expect(rsl.content.copyright.contactEmail).toBe(paper.site.machines.licence.contact);
  });
});

test('a crawler that only the paper knows has a group too; names and terms cannot break the documents', () => {
  const { groups } = parsed(robotsTxt(paperWith({ crawlers: { NewcomerBot: 'refused' } }), []));
  expect(groups.find(({ agents }) => agents.includes('NewcomerBot'))?.rules).toEqual([['disallow', '/']]);
  const odd = {
    ...testPaper,
    site: { ...testPaper.site, name: 'A & <B>', machines: { ...testPaper.site.machines } },
  };
  const terms = { ...odd.site.machines.licence, terms: '/about/terms?a=1&b=2' };
  const xml = licenceXml({ ...odd, site: { ...odd.site, machines: { ...odd.site.machines, licence: terms } } });
  expect(xml).toContain('>A &amp; &lt;B&gt;<');
  expect(xml).toContain('<terms>https://news.example/about/terms?a=1&amp;b=2</terms>');
});
