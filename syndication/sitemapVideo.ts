/** A film in a sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps). */
import { isoMoment } from '#model/dates';
import type { ShownVideo } from '#model/people';
import type { Paper } from '#syndication/paper';
import { filmFacts } from '#syndication/videoNode';
import { xmlText } from '#syndication/xml';

/** Characters of a title, and the longest film in seconds, that Google takes. */
const longestTitle = 100;
const longestFilm = 28_800;

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<video:${name}>${xmlText(text)}</video:${name}>`;

/** The film with all that is required of it; nothing where no engine would take it. The elements have a fixed order. */
export const sitemapVideo = (paper: Paper, video: ShownVideo): string => {
  const facts = filmFacts(paper, video);
  if (!facts) return '';
  const seconds = Math.round(video.seconds);
  return [
    '<video:video>',
    element('thumbnail_loc', facts.thumbnails[0]),
    element('title', [...video.title].slice(0, longestTitle).join('')),
    element('description', facts.description),
    element('content_loc', facts.contentUrl),
    element('player_loc', facts.embedUrl),
    element('duration', seconds >= 1 && seconds <= longestFilm ? String(seconds) : undefined),
    element('publication_date', isoMoment(video.publishedAt, paper.site)),
    '</video:video>',
  ].join('');
};
