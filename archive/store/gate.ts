/** The gate of `model/publication.ts` as two numbers in the archive, so that lists are index scans. */
import type { Article } from '#model/article';
import type { Moment } from '#model/moment';
import type { Database } from '#archive/database';
import type { TakeDown } from '#archive/reading';
import { never } from '#archive/schema';

/** From when and until when the public may see a piece; from `never` on: not at all. */
export type OpenHours = { readonly from: Moment; readonly until: Moment };

/** Hours of an article as its checked file says. */
export const openHoursOf = (
  article: Pick<Article, 'draft' | 'publishedAt' | 'expiresAt' | 'withdrawn'>,
): OpenHours => ({
  from: article.draft ? never : article.publishedAt,
  until: Math.min(article.expiresAt ?? never, article.withdrawn?.on ?? never),
});

/** Taking down wins: hours after a legible sign of it in a file that has problems otherwise. */
const afterTakeDown = (hours: OpenHours, sign: TakeDown): OpenHours => {
  switch (sign.sign) {
    case 'draft':
      return { ...hours, from: never };
    case 'withdrawn':
      return { ...hours, until: Math.min(hours.until, sign.on ?? 0) };
    case 'expired':
      return { ...hours, until: Math.min(hours.until, sign.at) };
  }
};

type Facts = {
  readonly data: string;
  readonly problems: string | null;
  readonly crossed: string | null;
  readonly take_down: string | null;
  readonly gone_on: number | null;
  readonly held: number;
};

const isBad = (facts: Facts): boolean => (facts.problems ?? '[]') !== '[]' || (facts.crossed ?? '[]') !== '[]';

/** Time never publishes a broken file: what was not public when it broke stays back until it is mended, however late. */
const isHeld = (facts: Facts, now: Moment): boolean =>
  isBad(facts) && (facts.held === 1 || openHoursOf(JSON.parse(facts.data) as Article).from > now);

const hoursFor = (facts: Facts, now: Moment): OpenHours => {
  // `data` is what this archive wrote itself (`archive/store/articles.ts`).
  let hours = openHoursOf(JSON.parse(facts.data) as Article);
  if (isHeld(facts, now)) hours = { ...hours, from: never };
  if (isBad(facts) && facts.take_down) hours = afterTakeDown(hours, JSON.parse(facts.take_down) as TakeDown);
  if (facts.gone_on !== null) hours = { ...hours, until: Math.min(hours.until, facts.gone_on) };
  return hours;
};

/**
 * Computes an article's hours anew from its last good version, the problems and signs of its present file, and
 * `gone.yaml`. Answers whether the hours changed.
 */
export const setHours = (db: Database, file: string, now: Moment): boolean => {
  const facts = db.one<Facts & { id: number; public_from: number; public_until: number }>(
    `select a.id, a.data, a.public_from, a.public_until, a.held, d.problems, d.crossed, d.take_down, g.on_moment as gone_on
     from article a left join document d on d.file = a.file left join gone g on g.address = a.address
     where a.file = ?`,
    file,
  );
  if (!facts) return false;
  const { from, until } = hoursFor(facts, now);
  const held = isHeld(facts, now) ? 1 : 0;
  if (held !== facts.held) db.run('update article set held = ? where id = ?', held, facts.id);
  if (from === facts.public_from && until === facts.public_until) return false;
  db.run('update article set public_from = ?, public_until = ? where id = ?', from, until, facts.id);
  return true;
};
