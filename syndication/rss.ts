/** RSS 2.0 with full text (https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile). */
import { isoMoment } from '#model/dates';
import { feedUnder } from '#model/feeds';
import type { Moment } from '#model/moment';
import { type Feed, type FeedItem, whole } from '#syndication/feed';
import { feedStyle, headForPeople, itemForPeople, peopleNamespace } from '#syndication/feedForPeople';
import { enclosureOf, mediaNamespace, mediaXml } from '#syndication/feedMediaXml';
import { licenceType } from '#syndication/licence';
import { absolute, type Paper } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';
import { xmlData, xmlElement, xmlEmpty, xmlHead } from '#syndication/xml';

const rfc822 = (moment: Moment): string => new Date(moment).toUTCString().replace('GMT', '+0000');

const itemXml = (paper: Paper, item: FeedItem): string => {
  const { id, link } = whole(paper, item);
  const enclosure = enclosureOf(paper, item);
  const parts = [
    xmlElement('title', item.title),
    itemForPeople(paper, item, link),
    xmlElement('link', link),
    xmlElement('guid', id, { isPermaLink: 'false' }),
    xmlElement('pubDate', rfc822(item.published)),
    xmlElement('atom:updated', isoMoment(item.updated, paper.site)),
    xmlElement('description', item.summary),
    ...item.subjects.map((subject) => xmlElement('category', subject)),
    ...item.authors.map(({ name }) => xmlElement('dc:creator', name)),
    xmlElement('dc:language', item.lang),
    item.html === undefined ? '' : `<content:encoded>${xmlData(item.html)}</content:encoded>`,
    enclosure ? xmlEmpty('enclosure', enclosure) : '',
    mediaXml(paper, item),
  ];
  return `<item>${parts.join('')}</item>`;
};

/** Minutes after which a reader that no hub tells of changes may look again. */
const lookAgainAfter = 15;

const channelXml = (paper: Paper, feed: Feed): string => {
  const link = absolute(paper, feed.page);
  const icon = ['url', absolute(paper, '/icon-192.png')] as const;
  const image = [icon, ['title', feed.title] as const, ['link', link] as const];
  return [
    xmlElement('title', feed.title),
    xmlElement('link', link),
    xmlElement('description', feed.description),
    xmlElement('language', paper.site.locale),
    xmlElement('copyright', `© ${paper.site.name}`),
    xmlElement('lastBuildDate', rfc822(feed.changed)),
    xmlElement('ttl', String(lookAgainAfter)),
    `<image>${image.map(([name, text]) => xmlElement(name, text)).join('')}</image>`,
    xmlEmpty('atom:link', {
      rel: 'self',
      type: 'application/rss+xml',
      href: absolute(paper, feedUnder(feed.page, 'feed.xml')),
    }),
    ...feed.hubs.map((hub) => xmlEmpty('atom:link', { rel: 'hub', href: hub })),
    xmlEmpty('atom:link', { rel: 'license', type: licenceType, href: absolute(paper, licenceAddress) }),
    headForPeople(paper, feed, 'feed.xml'),
  ].join('');
};

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  mediaNamespace,
  peopleNamespace,
].join(' ');

/** The whole document. */
export const rssFor = (paper: Paper, feed: Feed): string => `${xmlHead}
${feedStyle}
<rss version="2.0" ${namespaces}><channel>${channelXml(paper, feed)}
${feed.items.map((item) => itemXml(paper, item)).join('\n')}
</channel></rss>
`;
