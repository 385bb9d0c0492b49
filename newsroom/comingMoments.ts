/** Every moment still to come at which readers see something else without a file being changed, in words. */
import type { Database } from '#archive/database';
import type { PhotoFacts } from '#archive/reading';
import { never } from '#archive/schema';
import type { Article } from '#model/article';
import { formatSpan, formatTimeWithZone, formatWeekday, formatWeekdayShort, wallClockParts } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Video } from '#model/people';
import type { Site } from '#model/site';
import { frontPlanIn } from '#newsroom/frontNotes';

type DateSite = Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>;

/** One such moment. */
export type ComingMoment = {
  readonly at: Moment;
  /** The file that says so. */
  readonly file: string;
  /** What happens then: "harbour-bridge-inquiry goes out". */
  readonly what: string;
};

/** "Thursday 15 October, 06:00 EAT, in 3 h 12 min"; the year is named where it is another than the present one. */
export const momentInWords = (at: Moment, now: Moment, site: DateSite): string => {
  const thisYear = wallClockParts(at, site.timeZone).year === wallClockParts(now, site.timeZone).year;
  const day = (thisYear ? formatWeekdayShort(at, site) : formatWeekday(at, site)).replace(',', '');
  return `${day}, ${formatTimeWithZone(at, site)}, in ${formatSpan(at - now)}`;
};

type Row = { readonly file: string; readonly address: string; readonly data: string; readonly gone: Moment | null };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const ofArticle = ({ file, address, data, gone }: Row, isBad: boolean): ComingMoment[] => {
  // What the archive wrote itself (`archive/store/articles.ts`).
  const article = JSON.parse(data) as Article;
  if (article.draft) return [];
  const name = nameOf(address);
  const { publishedAt, expiresAt = never, withdrawn, updatedAt = 0, corrections } = article;
  const end = Math.min(expiresAt, withdrawn?.on ?? never, gone ?? never);
  const ends = end === expiresAt ? 'expires' : 'is taken down';
  return [
    // What becomes of a bad file at that moment is told apart: it stays back.
    ...(isBad ? [] : [{ at: publishedAt, file, what: `${name} goes out` }]),
    ...(end < never ? [{ at: end, file, what: `${name} ${ends}` }] : []),
    ...(updatedAt > publishedAt ? [{ at: updatedAt, file, what: `${name} is marked as updated` }] : []),
    ...corrections.map(({ on }) => ({ at: on, file, what: `${name} shows its correction` })),
  ];
};

const articleMoments = (db: Database, now: Moment): ComingMoment[] =>
  db
    .all<Row & { bad: number }>(
      `select a.file, a.address, a.data, g.on_moment as gone, (d.problems <> '[]' or d.crossed <> '[]') as bad
       from article a left join gone g on g.address = a.address left join document d on d.file = a.file`,
    )
    .flatMap((row) => ofArticle(row, row.bad === 1 && (JSON.parse(row.data) as Article).publishedAt > now));

const entryMoments = (db: Database, now: Moment): ComingMoment[] =>
  db
    .all<{ file: string; address: string; at: Moment }>('select file, address, at from live_entry where at > ?', now)
    .map(({ file, address, at }) => {
      const [path = '', nth] = file.split('#');
      const entry = nth === undefined ? nameOf(path).replace(/\.mdx$/, '') : 'an Update';
      return { at, file: path, what: `${entry} of ${nameOf(address)} goes out` };
    });

const frontMoments = (db: Database): ComingMoment[] => {
  const plan = frontPlanIn(db);
  const file = 'fronts/home.yaml';
  const pins = (plan?.pins ?? []).flatMap(({ article, until }): ComingMoment[] =>
    until === undefined ? [] : [{ at: until, file, what: `the pin of ${nameOf(article)} ends` }],
  );
  const until = plan?.breaking?.until;
  return until === undefined ? pins : [...pins, { at: until, file, what: 'the breaking news bar goes away' }];
};

const otherMoments = (db: Database): ComingMoment[] =>
  db
    .all<{ kind: string; slug: string; file: string; data: string }>(
      "select kind, slug, file, data from entity where kind in ('video', 'photo-facts')",
    )
    .flatMap(({ kind, slug, file, data }): ComingMoment[] => {
      // What the archive wrote itself (`archive/store/documents.ts`).
      if (kind === 'video') {
        return [{ at: (JSON.parse(data) as Video).publishedAt, file, what: `the film ${slug} goes out` }];
      }
      const { usableUntil = never, withdrawn = never } = JSON.parse(data) as PhotoFacts;
      const at = Math.min(usableUntil, withdrawn);
      const what = at === usableUntil ? 'may no longer be shown' : 'is withdrawn';
      return at < never ? [{ at, file, what: `the photo ${nameOf(slug)} ${what}` }] : [];
    });

/** All of them, the next first. */
export const comingMoments = (db: Database, now: Moment): ComingMoment[] =>
  [...articleMoments(db, now), ...entryMoments(db, now), ...frontMoments(db), ...otherMoments(db)]
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at || (a.what < b.what ? -1 : 1));
