/** Which stated changes of fact count at a moment. */
import type { Address, Correction, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** Corrections dated up to `now`, newest first, by the place the editor gave them. One dated later counts from then. */
export const correctionsAt = (
  article: Pick<PublishedArticle, 'corrections'>,
  now: Moment,
): { readonly top: readonly Correction[]; readonly end: readonly Correction[] } => {
  const stated = article.corrections.filter(({ on }) => on <= now).toSorted((a, b) => b.on - a.on);
  return {
    top: stated.filter(({ place }) => place === 'top'),
    end: stated.filter(({ place }) => place === 'end'),
  };
};

/** The last change of substance that counts at `now`; none where nothing changed or the date is still to come. */
export const updatedAt = (article: Pick<PublishedArticle, 'updatedAt'>, now: Moment): Moment | undefined =>
  article.updatedAt !== undefined && article.updatedAt <= now ? article.updatedAt : undefined;

const digits = (moment: Moment): string => new Date(moment).toISOString().slice(0, 16).replace(/\D/g, '');

/**
 * What tells a correction from the others of its piece for ever: its moment, in UTC, and its place among those of the same
 * minute. Its words may be edited, and others may be written above it.
 */
export const correctionMark = (
  { corrections }: Pick<PublishedArticle, 'corrections'>,
  correction: Correction,
): string => {
  const mark = `correction-${digits(correction.on)}`;
  const sameMinute = corrections.filter(({ on }) => digits(on) === digits(correction.on));
  const nth = sameMinute.findIndex(({ on, text }) => on === correction.on && text === correction.text);
  return nth > 0 ? `${mark}-${nth + 1}` : mark;
};

/** A correction's place on the page of all corrections: the fragment in `/corrections#…`. */
export const correctionPlace = (
  article: Pick<PublishedArticle, 'corrections'> & { readonly address: Address },
  correction: Correction,
): string => `${article.address.slice(1).replaceAll('/', '-')}-${correctionMark(article, correction)}`;

/** The printed word for each kind. */
export const correctionWords = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  note: 'Note',
} as const satisfies Record<Correction['kind'], string>;

/** Heading of all of a piece: "Corrections" only where something was wrong. */
export const correctionHeading = (corrections: readonly Correction[]): string =>
  corrections.some(({ kind }) => kind === 'correction') ? 'Corrections' : 'Notes on this article';
