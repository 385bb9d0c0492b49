/** Notes on articles that say today what will only be true later: changes and corrections dated in the future. */
import type { Database } from '#archive/database';
import type { Article } from '#model/article';
import { formatMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Finding } from '#model/problem';
import type { Site } from '#model/site';

/** A place in an article's file. */
export type Place = { readonly line: number; readonly column: number };

/** Where a field stands in a file: the first line that begins with its name. */
const fieldPlace = (text: string, field: string): Place => {
  const nth = text.split('\n').findIndex((line) => line.startsWith(`${field}:`));
  return { line: nth < 0 ? 1 : nth + 1, column: 1 };
};

/**
 * A note on each such moment of the articles that stand. `textOf` gives the text of a file, to name the line; it is asked
 * only where there is something to say.
 */
export const momentNotes = (
  db: Database,
  now: Moment,
  site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>,
  textOf: (file: string) => string,
): Finding[] =>
  db
    // Whatever is dated later than now changed later than now (`archive/store/articles.ts`).
    .all<{ file: string; data: string }>('select file, data from article where changed_at > ?', now)
    .flatMap(({ file, data }): Finding[] => {
      // What the archive wrote itself.
      const { publishedAt, updatedAt, corrections } = JSON.parse(data) as Article;
      const later = (field: string, at: Moment | undefined): Finding[] => {
        // An embargoed piece may carry the moment of its own publication.
        if (at === undefined || at <= now || at === publishedAt) return [];
        const message = `is in the future, and counts from ${formatMoment(at, site)}.`;
        const place = fieldPlace(textOf(file), field.split('.')[0] ?? '');
        return [{ file, ...place, field, message, fix: 'Nothing to do if that is meant.' }];
      };
      return [
        ...later('updatedAt', updatedAt),
        ...corrections.flatMap(({ on }, nth) => later(`corrections.${nth}.on`, on)),
      ];
    });
