/** What a reader must know before reading a piece as reporting of the paper's own, in sentences for plain text. */
import type { PublishedArticle } from '#model/article';
import { kickerFor, kindLabels } from '#model/kicker';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** Kind, whose view it is, where the copy comes from, whether a machine helped; most pieces have none. */
export const labelsFor = (article: PublishedArticle, site: Pick<Site, 'name'>, now: Moment): readonly string[] => {
  const { kind, source, origin, ai } = article;
  const lines = [
    // Kinds that a page marks by its kicker; a series is named elsewhere.
    kind === 'live' || kind === 'sponsored' ? kickerFor(article, now).kind : kindLabels[kind],
    kind === 'opinion' && 'The view is the author’s own.',
    kind === 'editorial' && `The view of ${site.name}.`,
    source && `Agency copy: ${source.name}`,
    origin && `First published by ${origin.name}${origin.licence ? `, ${origin.licence}` : ''}`,
    ai && `Made with AI: ${ai.used}`,
  ];
  return lines.flatMap((line) => (line ? [line] : []));
};
