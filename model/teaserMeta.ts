/** The small line under a teaser's headline: what happened to the piece, who wrote it, and how new or how long it is. */
import type { BylineAuthor, PublishedArticle } from '#model/article';
import { formatDay, formatDayShort, formatTimeWithZone, isoMoment } from '#model/dates';
import { coverageAt, isOpinion } from '#model/kicker';
import type { Moment } from '#model/moment';
import { periodOf } from '#model/addresses';
import type { Site } from '#model/site';

/** The line in its parts; what is absent is not printed. */
export type TeaserMeta = {
  /** "Corrected 14 October": always first. */
  readonly state?: string;
  readonly authors: readonly BylineAuthor[];
  /** The page is already about one of the authors: the others are printed behind "With". */
  readonly withOthers: boolean;
  /** "14 October", "Updated 13:00 EAT", "9 min". */
  readonly last?: string;
  /** ISO moment of `last`, where it is a date. */
  readonly moment?: string;
};

/** Where the teaser stands, and what its line should end with. */
export type MetaPlace = {
  /** Author whose page this is; the name is not repeated. */
  readonly author?: string;
  readonly ends: 'date' | 'minutes';
};

type DateSite = Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>;

const sameDay = (a: Moment, b: Moment, timeZone: string): boolean => {
  const [first, second] = [periodOf(a, timeZone), periodOf(b, timeZone)];
  return first.year === second.year && first.month === second.month && first.day === second.day;
};

/** "14 October", with the year where it is another one than now. */
const formatRecentDay = (moment: Moment, now: Moment, site: DateSite): string =>
  periodOf(moment, site.timeZone).year === periodOf(now, site.timeZone).year
    ? formatDayShort(moment, site)
    : formatDay(moment, site);

/** The newest stated change of fact that counts at `now`; updates and notes are not put on a front. */
const lastCorrection = (article: PublishedArticle, now: Moment): Moment | undefined =>
  article.corrections
    .filter(({ kind, on }) => (kind === 'correction' || kind === 'clarification') && on <= now)
    .map(({ on }) => on)
    .sort((a, b) => b - a)[0];

const stateOf = (article: PublishedArticle, now: Moment, site: DateSite): string | undefined => {
  const corrected = lastCorrection(article, now);
  return corrected === undefined ? undefined : `Corrected ${formatRecentDay(corrected, now, site)}`;
};

const lastOf = (
  article: PublishedArticle,
  now: Moment,
  site: DateSite,
  ends: MetaPlace['ends'],
): Pick<TeaserMeta, 'last' | 'moment'> => {
  const updated = article.updatedAt !== undefined && article.updatedAt <= now ? article.updatedAt : undefined;
  if (updated !== undefined && sameDay(updated, now, site.timeZone)) {
    return { last: `Updated ${formatTimeWithZone(updated, site)}`, moment: isoMoment(updated, site) };
  }
  if (ends === 'minutes' && coverageAt(article, now) === undefined) return { last: `${article.minutes} min` };
  return {
    last: formatRecentDay(article.publishedAt, now, site),
    moment: isoMoment(article.publishedAt, site),
  };
};

/** Chooses the parts of the line. A piece that argues has its author as kicker, so the name is not said twice. */
export const teaserMetaFor = (article: PublishedArticle, now: Moment, site: DateSite, place: MetaPlace): TeaserMeta => {
  const state = stateOf(article, now, site);
  const named = isOpinion(article.kind) || article.kind === 'sponsored';
  const authors = named ? [] : article.authors.filter(({ slug }) => slug !== place.author);
  return {
    ...(state && { state }),
    authors,
    withOthers: authors.length > 0 && authors.length < article.authors.length,
    ...(article.kind !== 'sponsored' && lastOf(article, now, site, place.ends)),
  };
};
