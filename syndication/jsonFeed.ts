/** JSON Feed 1.1 with full text (https://www.jsonfeed.org/version/1.1/). */
import { isoMoment } from '#model/dates';
import { feedUnder } from '#model/feeds';
import { type Feed, type FeedItem, whole } from '#syndication/feed';
import { absolute, type Paper } from '#syndication/paper';
import { plainText } from '#syndication/xml';

const attachmentsOf = (paper: Paper, { picture, film }: FeedItem): readonly object[] => [
  ...(film?.file
    ? [
        {
          url: absolute(paper, film.file.address),
          mime_type: film.file.type,
          title: film.title,
          size_in_bytes: film.file.bytes,
          duration_in_seconds: film.seconds,
        },
      ]
    : []),
  ...(picture?.bytes === undefined
    ? []
    : [
        {
          url: absolute(paper, picture.address),
          mime_type: picture.type,
          title: [picture.words, picture.credit && `Photo: ${picture.credit}`].filter(Boolean).join(' '),
          size_in_bytes: picture.bytes,
        },
      ]),
];

const itemOf = (paper: Paper, item: FeedItem): object => {
  const { id, link } = whole(paper, item);
  const attachments = attachmentsOf(paper, item);
  const picture = item.picture ?? item.film?.poster;
  return {
    id,
    url: link,
    title: item.title,
    // One of the two must be there: copy that may not be passed on has its summary alone.
    ...(item.html === undefined ? { content_text: item.summary } : { content_html: item.html }),
    summary: item.summary,
    ...(picture && { image: absolute(paper, picture.address) }),
    date_published: isoMoment(item.published, paper.site),
    date_modified: isoMoment(item.updated, paper.site),
    ...(item.authors.length > 0 && {
      authors: item.authors.map(({ name, address }) => ({ name, ...(address && { url: absolute(paper, address) }) })),
    }),
    ...(item.subjects.length > 0 && { tags: item.subjects }),
    ...(item.lang && { language: item.lang }),
    ...(attachments.length > 0 && { attachments }),
  };
};

/** The whole document. Characters that XML forbids are left out here too: one text in all three forms. */
export const jsonFeedFor = (paper: Paper, feed: Feed): string => {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: absolute(paper, feed.page),
    feed_url: absolute(paper, feedUnder(feed.page, 'feed.json')),
    description: feed.description,
    icon: absolute(paper, '/icon-512.png'),
    favicon: absolute(paper, '/icon-192.png'),
    authors: [{ name: paper.site.name, url: absolute(paper, '/') }],
    language: paper.site.locale,
    ...(feed.hubs.length > 0 && { hubs: feed.hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: feed.items.map((item) => itemOf(paper, item)),
  };
  return JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? plainText(value) : value));
};
