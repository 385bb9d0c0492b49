/** Every feed of a site, found as a program finds them: sitemaps lead to the lists, and the head of a list names its feeds. */
import { type FeedDocument, type FeedForm, feedForms } from './feedForms.ts';

/** A page with feeds, and the addresses that its head names as its own, in the order of the head. */
export type PageWithFeeds = { readonly page: string; readonly named: readonly string[] };

const textAt = async (address: string): Promise<string> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return answer.text();
};

const locationsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => at.replaceAll('&amp;', '&'));

/** First pages of all categories, authors, tags and series, and the pages that are the only ones of their kind. */
const listsAt = async (base: string): Promise<readonly string[]> => {
  const files = locationsIn(await textAt(`${base}/sitemap.xml`));
  const lists = files.filter((file) => /\/sitemaps\/(category|author|tag|series)(-\d+)?\.xml$/.test(file));
  const members = (await Promise.all(lists.map(textAt))).flatMap(locationsIn);
  const firsts = members.filter((address) => !/\/page\/\d+$/.test(address));
  return [`${base}/`, `${base}/corrections`, `${base}/videos`, ...firsts];
};

const namedIn = (html: string, page: string): readonly string[] => {
  const own = page.endsWith('/') ? page : `${page}/`;
  return [...html.matchAll(/<link rel="alternate" type="application\/[a-z]+\+(?:xml|json)" href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(own) && !href.slice(own.length).includes('/'));
};

/** Pages that have feeds. */
export const pagesWithFeeds = async (base: string): Promise<readonly PageWithFeeds[]> => {
  const pages = await listsAt(base);
  return Promise.all(pages.map(async (page) => ({ page, named: namedIn(await textAt(page), page) })));
};

const formOf = (address: string): FeedForm => {
  const form = feedForms.find((name) => address.endsWith(`/${name}`));
  if (!form) throw new Error(`${address} is no feed of this paper.`);
  return form;
};

/** The feeds of these pages. */
export const feedsOf = (pages: readonly PageWithFeeds[]): Promise<readonly FeedDocument[]> =>
  Promise.all(
    pages
      .flatMap(({ named }) => named)
      .map(async (address) => ({ address, form: formOf(address), text: await textAt(address) })),
  );
