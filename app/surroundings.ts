/** Asks the archive for what stands around an article on its page. */
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { Surroundings } from '#model/surroundings';
import { mostReadAt } from './mostRead';
import { archive } from './paper';

/** Related pieces and films in one row each; no series is longer than one page of parts. */
const relatedInRow = 4;
const videosInRow = 3;
const mostParts = 100;

/** Authors, series, related pieces and films, as they are public at `now`. */
export const surroundingsOf = (article: PublishedArticle, now: Moment): Surroundings => {
  const { authors, series, leadVideo } = article;
  const film = leadVideo === undefined ? undefined : archive.video(leadVideo, now);
  return {
    authors: authors.flatMap(({ slug }) => archive.author(slug, now) ?? []),
    parts: series ? archive.inSeries(series.slug, 1, mostParts, now).items : [],
    translations: archive.translationsOf(article, now),
    related: archive.relatedTo(article, relatedInRow, now),
    mostRead: mostReadAt(now),
    videos: archive.videos(1, videosInRow, now).items,
    ...(film && { leadVideo: film }),
  };
};
