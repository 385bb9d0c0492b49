/**
 * What a person sees who opens a feed: elements of XHTML in the XML, drawn by `public/feed.css`. Feed readers pass over
 * what stands in a namespace that they do not know. Why not XSLT: docs/decisions/0016-feeds-are-drawn-by-css.md
 */
import { formatMoment, isoMoment } from '#model/dates';
import type { FeedName } from '#model/feeds';
import { feedUnder } from '#model/feeds';
import { directionOf } from '#model/language';
import { inSentence } from '#model/names';
import type { Feed, FeedItem } from '#syndication/feed';
import { absolute, type Paper } from '#syndication/paper';
import { xmlText } from '#syndication/xml';

/** Declaration of the namespace. */
export const peopleNamespace = 'xmlns:h="http://www.w3.org/1999/xhtml"';

/** The line that leads a browser to the style. */
export const feedStyle = '<?xml-stylesheet type="text/css" href="/feed.css"?>';

/** What this is, what to do with it, and where the same can be read. */
export const headForPeople = (paper: Paper, feed: Feed, name: FeedName): string => {
  const page = absolute(paper, feed.page);
  const { site } = paper;
  return [
    `<h:header lang="${xmlText(site.locale)}" dir="${directionOf(site.locale)}">`,
    `<h:p><h:a href="${xmlText(absolute(paper, '/'))}">${xmlText(site.name)}</h:a></h:p>`,
    `<h:h1>${xmlText(feed.heading)}</h:h1><h:p>${xmlText(feed.description)}</h:p>`,
    '<h:p><h:strong>This is a web feed.</h:strong> Give its address to a feed reader, and new pieces come to you in full, ',
    'without an account and without being counted.</h:p>',
    `<h:p><h:code>${xmlText(absolute(paper, feedUnder(feed.page, name)))}</h:code></h:p>`,
    `<h:p>To read here, <h:a href="${xmlText(page)}">go to the page</h:a>.</h:p>`,
    '</h:header>',
  ].join('');
};

/** An entry's headline as a link, its moment and its authors. */
export const itemForPeople = ({ site }: Paper, item: FeedItem, link: string): string => {
  const lang = item.lang === undefined ? '' : ` lang="${xmlText(item.lang)}" dir="${directionOf(item.lang)}"`;
  const by = item.authors.length > 0 ? `. By ${inSentence(item.authors.map(({ name }) => name))}` : '';
  const time = `<h:time datetime="${isoMoment(item.published, site)}">${xmlText(formatMoment(item.published, site))}</h:time>`;
  return `<h:h2${lang}><h:a href="${xmlText(link)}">${xmlText(item.title)}</h:a></h:h2><h:p>${time}${xmlText(by)}</h:p>`;
};
