/** R2 and T3 as judgements: what is a fault, and what only looks like one. */
import { expect, test } from 'vitest';
import type { CrawledSite, Feed } from '#newsroom/siteRules/crawledSite';
import { readFeed } from '#newsroom/siteRules/feedDocument';
import { readPage } from '#newsroom/siteRules/pageFacts';
import { trustRules } from '#newsroom/siteRules/trustRules';

const origin = 'https://news.example';
const answerAt = (address: string) => ({ asked: address, address, status: 200, headers: {}, hops: [], bytes: 1 });

const pageAt = (path: string, body: string, thing?: object) => {
  const address = origin + path;
  const data = thing ? `<script type="application/ld+json">${JSON.stringify(thing)}</script>` : '';
  const html = `<!doctype html><html lang="en"><head>${data}</head><body><main>${body}</main></body></html>`;
  return { address, answer: answerAt(address), facts: readPage(html, address) };
};

const feedOf = (body: string): Feed => {
  const items = [{ id: 'ship', url: `${origin}/ship`, title: 'Opinion: Ship', content_html: body }];
  const facts = readFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'All', items }));
  return { address: `${origin}/feed.json`, answer: answerAt(`${origin}/feed.json`), facts };
};

const found = (rule: string, pages: CrawledSite['pages'], feeds: readonly Feed[] = []): readonly string[] => {
  const site: CrawledSite = {
    ...{ origin, home: `${origin}/`, now: 0, answers: new Map(), namedBy: new Map(), pages, feeds },
    ...{ sitemaps: [], pictures: new Map(), probes: [], readings: new Map(), endless: [] },
  };
  return trustRules.flatMap(({ name, check }) => (name === rule ? [...check(site)].map((fault) => fault.found) : []));
};

const ship = (type: string, body: string) =>
  pageAt('/ship', `<article><p>Opinion</p><h1>Ship</h1>${body}</article>`, { '@type': type, headline: 'Ship' });

const sentences = Array.from(
  { length: 12 },
  (_, nth) => `Ship number ${nth} “came” in on the ${nth}th of May, and everybody who lives at the harbour saw it.`,
);
const asText = `<p>${sentences.join('</p><p>')}</p>`;

test('R2 a text that a feed gives in full and the page does not is one that a script writes', () => {
  const feeds = [feedOf(asText)];
  expect(found('R2', [ship('NewsArticle', asText)], feeds)).toEqual([]);
  expect(found('R2', [ship('NewsArticle', '<div id="app"></div>')], feeds)).toEqual([
    `the text that ${origin}/feed.json gives does not stand in the HTML`,
  ]);
  const plain = asText.replace(/[“”]/g, '"').replaceAll('</p><p>', '</p>\n\n<p> ');
  expect(found('R2', [ship('NewsArticle', plain)], feeds)).toEqual([]);
  expect(found('R2', [ship('NewsArticle', '<p>It came.</p>')], [feedOf('<p>A short word of the desk.</p>')])).toEqual(
    [],
  );
});

test('R2 entries of live coverage, between whose dates a feed has few words, are not missed', () => {
  const entry = (nth: number) => `<h2>Entry ${nth}</h2><p>Thursday 15 October 2026, 0${nth}:00 EAT. Ada Otieno.</p>`;
  const onPage = [1, 2, 3, 4].map((nth) => `<h2>Entry ${nth}</h2><time>0${nth}:00</time><p>Word ${nth}.</p>`).join('');
  const inFeed = [1, 2, 3, 4].map((nth) => `${entry(nth)}<p>Word ${nth}.</p>`).join('');
  const standing = '<p>The count goes on through the night, and every hall reports here when it is done.</p>';
  expect(found('R2', [ship('NewsArticle', standing + onPage)], [feedOf(standing + inFeed)])).toEqual([]);
});

test('T3 a headline that is linked within a sentence is no card', () => {
  const opinion = ship('OpinionNewsArticle', asText);
  const link = '<a href="/ship">Ship</a>';
  const cardless = [`the card of ${origin}/ship does not say opinion`];
  expect(found('T3', [opinion, pageAt('/a', `<p>${link}</p>`)])).toEqual(cardless);
  expect(found('T3', [opinion, pageAt('/a', `<p>By Ada Otieno ${link}</p>`)])).toEqual(cardless);
  expect(found('T3', [opinion, pageAt('/a', `<p>As our columnist wrote in ${link} a year ago.</p>`)])).toEqual([]);
});
