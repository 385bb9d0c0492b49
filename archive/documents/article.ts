/** From the typed front matter of an article to the article. */
import { momentIfAny, momentOf, type DocumentDesk } from '#archive/documents/desk';
import { given } from '#archive/documents/given';
import { photoUse } from '#archive/documents/pictures';
import type { DocumentValue } from '#archive/reading';
import { emptyBody } from '#model/body';
import type { Article, Tag } from '#model/article';
import { articleFindings, type PartialArticle } from '#model/articleRules';
import type { ArticleDocument } from '#model/documents';
import { tagSlug } from '#model/tags';

/** Tags, each address once. */
const tagsOf = (desk: DocumentDesk, names: readonly string[] | undefined): readonly Tag[] => {
  const tags = new Map<string, Tag>();
  (names ?? []).forEach((name, nth) => {
    const slug = tagSlug(name);
    if (slug === '')
      desk.sheet.problem(desk.at(`tags.${nth}`), 'tags', `"${name}" has no letter and no digit.`, 'Write a word.');
    else if (tags.has(slug))
      desk.sheet.note(desk.at(`tags.${nth}`), 'tags', `"${name}" stands twice.`, 'Take one out.');
    else tags.set(slug, { slug, name });
  });
  return [...tags.values()];
};

/** Corrections; what is written a second time for the same moment in the same words is one. */
const correctionsOf = (desk: DocumentDesk, written: ArticleDocument['corrections']): Article['corrections'] => {
  const known = new Set<string>();
  return (written ?? []).flatMap(({ on, text, kind, place }, nth) => {
    const correction = { on: momentOf(on), text, kind: kind ?? 'correction', place: place ?? 'end' } as const;
    const said = `${correction.on} ${text}`;
    if (known.has(said)) {
      desk.sheet.note(desk.at(`corrections.${nth}`), 'corrections', 'says the same twice.', 'Take one out.');
      return [];
    }
    known.add(said);
    return [correction];
  });
};

/** An address of this paper without its fragment, query and last slash, as articles are compared. */
const plainAddress = (written: string): string => {
  const end = written.search(/[?#]/);
  const path = (end < 0 ? written : written.slice(0, end)).replace(/(.)\/$/, '$1');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    // No valid escapes: the address is what it says.
    return path;
  }
};

const reportRules = (desk: DocumentDesk, article: PartialArticle): void => {
  const { place, sheet, context } = desk;
  const at = {
    address: place.address ?? '',
    day: place.day ?? '',
    slug: place.slug,
    timeZone: context.timeZone,
    unread: desk.unread,
  };
  for (const { field, severe, message, fix } of articleFindings(article, at)) {
    (severe ? sheet.problem : sheet.note)(desk.at(field, 'key'), field, message, fix);
  }
};

/** Entries in the body of a live article that has ended. */
const checkUpdates = (desk: DocumentDesk, article: PartialArticle): void => {
  const end = momentIfAny(article.coverage?.end);
  for (const { entry, line } of desk.body?.updates ?? []) {
    if (end === undefined || entry.at <= end) continue;
    const fix = 'Correct its time, or move the end of the coverage.';
    desk.sheet.problem(desk.sheet.lines.offset(line, 1), 'body', 'has an Update dated after coverage.end.', fix);
  }
};

const reportReferences = (desk: DocumentDesk, article: PartialArticle): void => {
  const { reference } = desk;
  if (article.category !== undefined) reference('category', { what: 'category', to: article.category });
  article.authors?.forEach((to, nth) => reference(`authors.${nth}`, { what: 'author', to }));
  if (article.leadVideo !== undefined) reference('leadVideo', { what: 'video', to: article.leadVideo });
  if (article.series !== undefined) reference('series.of', { what: 'series', to: article.series.of });
  article.related?.forEach((to, nth) => reference(`related.${nth}`, { what: 'related', to }));
  article.aliases?.forEach((to, nth) => reference(`aliases.${nth}`, { what: 'alias', to }));
  if (article.translationOf !== undefined)
    reference('translationOf', { what: 'translation', to: article.translationOf });
};

const madeArticle = (desk: DocumentDesk, typed: ArticleDocument): Article => {
  const { shortHeadline, searchTitle, standfirst, place, lang, translationOf, leadVideo, warning, ai } = typed;
  const { series, sponsor, source, origin, coverage, withdrawn } = typed;
  return {
    file: desk.file,
    address: desk.place.address ?? '',
    kind: typed.kind ?? 'news',
    headline: typed.headline,
    category: typed.category,
    authors: [...new Set(typed.authors)],
    tags: tagsOf(desk, typed.tags),
    publishedAt: momentOf(typed.publishedAt),
    draft: typed.draft ?? false,
    summary: typed.summary ?? [],
    corrections: correctionsOf(desk, typed.corrections),
    related: [...new Set((typed.related ?? []).map(plainAddress))].filter((address) => address !== desk.place.address),
    aliases: [...new Set(typed.aliases ?? [])],
    comments: typed.comments ?? true,
    words: desk.body?.body?.words ?? 0,
    ...given({
      shortHeadline,
      searchTitle,
      standfirst,
      place,
      lang,
      leadVideo,
      warning,
      translationOf: translationOf === undefined ? undefined : plainAddress(translationOf),
      updatedAt: momentIfAny(typed.updatedAt),
      expiresAt: momentIfAny(typed.expiresAt),
      withdrawn: withdrawn && { on: momentOf(withdrawn.on), reason: withdrawn.reason },
      leadImage: typed.leadImage && photoUse(desk, 'leadImage', typed.leadImage),
      series: series && { of: series.of, ...given({ part: series.part }) },
      sponsor: sponsor && { name: sponsor.name, ...given({ url: sponsor.url }) },
      source: source && {
        name: source.name,
        syndicate: source.syndicate ?? true,
        ...given({ url: source.url, id: source.id }),
      },
      origin: origin && { name: origin.name, url: origin.url, ...given({ licence: origin.licence }) },
      ai: ai && { used: ai.used },
      coverage: coverage && { start: momentOf(coverage.start), ...given({ end: momentIfAny(coverage.end) }) },
    }),
  };
};

/** Checks what could be read of an article, and makes the article where `whole` says that nothing required is missing. */
export const makeArticle = (
  desk: DocumentDesk,
  partial: PartialArticle,
  whole: ArticleDocument | undefined,
): DocumentValue | undefined => {
  reportRules(desk, partial);
  checkUpdates(desk, partial);
  reportReferences(desk, partial);
  if (!whole) {
    if (partial.leadImage?.src !== undefined) photoUse(desk, 'leadImage', partial.leadImage);
    return undefined;
  }
  const updates = (desk.body?.updates ?? []).map(({ entry }) => entry);
  return {
    kind: 'article',
    article: madeArticle(desk, whole),
    body: desk.body?.body ?? emptyBody,
    ...(updates.length > 0 && { updates }),
  };
};
