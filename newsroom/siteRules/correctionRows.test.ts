/** A9 where the list of corrections has more than one page. */
import { expect, test } from 'vitest';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { readPage } from '#newsroom/siteRules/pageFacts';
import { partRules } from '#newsroom/siteRules/partRules';

const origin = 'https://news.example';

const pageAt = (path: string, body: string, thing?: object) => {
  const address = `${origin}${path}`;
  const data = thing
    ? `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...thing })}</script>`
    : '';
  const html = `<!doctype html><html lang="en"><head>${data}</head><body><main>${body}</main></body></html>`;
  const answer = { asked: address, address, status: 200, headers: {}, hops: [], bytes: html.length };
  return { address, answer, facts: readPage(html, address) };
};

const text = 'The ship is green.';
const correction = { '@type': 'CorrectionComment', text, datePublished: '2026-10-15T06:00:00+03:00' };
const article = pageAt('/ship', `<h1>Ship</h1><p>${text}</p>`, {
  '@type': 'NewsArticle',
  headline: 'Ship',
  correction: [correction],
});
const row = '<a href="/ship">Ship</a>';
const next = '<a href="/corrections/page/2">Older</a>';

const found = (...lists: CrawledSite['pages']): readonly string[] => {
  const site: CrawledSite = {
    ...{ origin, home: `${origin}/`, now: 0, answers: new Map(), namedBy: new Map(), pages: [article, ...lists] },
    ...{ sitemaps: [], feeds: [], pictures: new Map(), probes: [], readings: new Map(), endless: [] },
  };
  return partRules.flatMap((rule) => (rule.name === 'A9' ? [...rule.check(site)].map((fault) => fault.found) : []));
};

test('A9 a correction may stand on any page of the list; on none, it is missing', () => {
  const missing = [`${origin}/corrections does not list this corrected article`];
  expect(found(pageAt('/corrections', row))).toEqual([]);
  expect(found(pageAt('/corrections', ''))).toEqual(missing);
  expect(found(pageAt('/corrections', next), pageAt('/corrections/page/2', row))).toEqual([]);
  expect(found(pageAt('/corrections', next), pageAt('/corrections/page/2', ''))).toEqual(missing);
  expect(found(pageAt('/corrections', ''), pageAt('/tag/x', row))).toEqual(missing);
});

test('A9 of pages of the list that were not visited nothing is said', () => {
  expect(found(pageAt('/corrections', next))).toEqual([]);
});
