/** RSS 2.0 with full text (https://www.rssboard.org/rss-specification). */
import type { Address, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import { kindLabels } from '#model/kicker';
import { offeredWidths, renditionAddress, renditionSize } from '#model/renditions';
import { descriptionOf, momentsOf } from '#syndication/metadata';
import { absolute, type Paper } from '#syndication/paper';
import { xmlData, xmlHead, xmlText } from '#syndication/xml';

/** An article with its body as plain HTML, absolute addresses throughout; no HTML where its copy may not be syndicated. */
export type FeedItem = { readonly article: PublishedArticle; readonly html?: string };

/** What a feed is of. */
export type Channel = {
  readonly title: string;
  readonly description: string;
  readonly address: Address;
  readonly feed: Address;
};

const rfc822 = (moment: Moment): string => new Date(moment).toUTCString().replace('GMT', '+0000');

const element = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`;

const pictureOf = (paper: Paper, { leadImage }: PublishedArticle): string => {
  if (!leadImage) return '';
  const width = offeredWidths(leadImage, 'natural').findLast((offered) => offered <= 1200) ?? 1200;
  const size = renditionSize(leadImage, 'natural', width);
  const url = xmlText(absolute(paper, renditionAddress(leadImage, 'natural', width, 'jpg')));
  const credit = element('media:credit', leadImage.credit);
  const words = element('media:description', leadImage.caption ?? leadImage.alt);
  return `<media:content url="${url}" type="image/jpeg" medium="image" width="${size.width}" height="${size.height}">${credit}${words}</media:content>`;
};

/** Opinion and paid pieces say so before their headline: in a reader's list there is no other sign. */
const titleOf = ({ headline, kind, sponsor }: PublishedArticle): string => {
  if (kind === 'sponsored') return `Paid for by ${sponsor?.name ?? 'a sponsor'}: ${headline}`;
  const label = kind === 'opinion' || kind === 'analysis' || kind === 'editorial' ? kindLabels[kind] : undefined;
  return label ? `${label}: ${headline}` : headline;
};

/** The oldest address of an article never changes, so neither does its identifier: edits and renames make no second item. */
const guidOf = (paper: Paper, { address, aliases }: PublishedArticle): string =>
  absolute(paper, aliases.find((alias) => /^\/\d{4}\/\d\d\/\d\d\/[^?]+$/.test(alias)) ?? address);

const itemOf = (paper: Paper, { article, html }: FeedItem): string => {
  const parts = [
    element('title', titleOf(article)),
    element('link', absolute(paper, article.address)),
    `<guid isPermaLink="false">${xmlText(guidOf(paper, article))}</guid>`,
    element('pubDate', rfc822(article.publishedAt)),
    `<atom:updated>${new Date(momentsOf(article).modified).toISOString()}</atom:updated>`,
    element('description', descriptionOf(article)),
    element('category', article.category.title),
    ...article.tags.map(({ name }) => element('category', name)),
    ...article.authors.map(({ name }) => element('dc:creator', name)),
    html === undefined ? '' : `<content:encoded>${xmlData(html)}</content:encoded>`,
    pictureOf(paper, article),
  ];
  return `<item>${parts.filter(Boolean).join('')}</item>`;
};

/** The whole document. */
export const rssFor = (paper: Paper, channel: Channel, items: readonly FeedItem[]): string => {
  const newest = Math.max(0, ...items.map(({ article }) => momentsOf(article).modified));
  const head = [
    element('title', channel.title),
    element('link', absolute(paper, channel.address)),
    element('description', channel.description),
    element('language', paper.site.locale),
    newest > 0 ? element('lastBuildDate', rfc822(newest)) : '',
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(absolute(paper, channel.feed))}"/>`,
  ];
  return `${xmlHead}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${head.filter(Boolean).join('')}
${items.map((item) => itemOf(paper, item)).join('\n')}
</channel></rss>
`;
};
