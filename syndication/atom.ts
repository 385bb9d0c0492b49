/** Atom 1.0 with full text (RFC 4287). */
import { isoMoment } from '#model/dates';
import { feedUnder } from '#model/feeds';
import { type Feed, type FeedItem, whole } from '#syndication/feed';
import { feedStyle, headForPeople, itemForPeople, peopleNamespace } from '#syndication/feedForPeople';
import { enclosureOf, mediaNamespace, mediaXml } from '#syndication/feedMediaXml';
import { licenceType } from '#syndication/licence';
import { absolute, type Paper } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';
import { xmlAttributes, xmlElement, xmlEmpty, xmlHead, xmlText } from '#syndication/xml';

const personXml = (paper: Paper, { name, address }: FeedItem['authors'][number]): string =>
  `<author>${xmlElement('name', name)}${xmlElement('uri', address && absolute(paper, address))}</author>`;

const entryXml = (paper: Paper, item: FeedItem): string => {
  const { id, link } = whole(paper, item);
  const enclosure = enclosureOf(paper, item);
  const parts = [
    xmlElement('id', id),
    xmlElement('title', item.title),
    itemForPeople(paper, item, link),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: link }),
    xmlElement('published', isoMoment(item.published, paper.site)),
    xmlElement('updated', isoMoment(item.updated, paper.site)),
    ...item.authors.map((author) => personXml(paper, author)),
    ...item.subjects.map((subject) => xmlEmpty('category', { term: subject })),
    xmlElement('summary', item.summary),
    xmlElement('content', item.html, { type: 'html' }),
    enclosure
      ? xmlEmpty('link', { rel: 'enclosure', href: enclosure.url, type: enclosure.type, length: enclosure.length })
      : '',
    mediaXml(paper, item),
  ];
  return `<entry${xmlAttributes({ 'xml:lang': item.lang })}>${parts.join('')}</entry>`;
};

const headXml = (paper: Paper, feed: Feed): string => {
  const page = absolute(paper, feed.page);
  return [
    xmlElement('id', page),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    xmlElement('updated', isoMoment(feed.changed, paper.site)),
    // Entries without a byline are the paper's.
    personXml(paper, { name: paper.site.name, address: '/' }),
    xmlElement('icon', absolute(paper, '/icon-192.png')),
    xmlElement('rights', `© ${paper.site.name}`),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: page }),
    xmlEmpty('link', {
      rel: 'self',
      type: 'application/atom+xml',
      href: absolute(paper, feedUnder(feed.page, 'atom.xml')),
    }),
    ...feed.hubs.map((hub) => xmlEmpty('link', { rel: 'hub', href: hub })),
    xmlEmpty('link', { rel: 'license', type: licenceType, href: absolute(paper, licenceAddress) }),
    headForPeople(paper, feed, 'atom.xml'),
  ].join('');
};

/** The whole document. */
export const atomFor = (paper: Paper, feed: Feed): string => `${xmlHead}
${feedStyle}
<feed xmlns="http://www.w3.org/2005/Atom" ${mediaNamespace} ${peopleNamespace} xml:lang="${xmlText(paper.site.locale)}">${headXml(paper, feed)}
${feed.items.map((item) => entryXml(paper, item)).join('\n')}
</feed>
`;
