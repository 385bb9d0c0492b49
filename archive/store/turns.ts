/** Moments at which time alone changes what a document shows, beside the opening and closing of articles and live entries. */
import type { Database } from '#archive/database';
import type { PackedValue } from '#archive/desk';
import type { Moment } from '#model/moment';

/** The moments that stand in a document, past ones too: a clock that is set back must not lose one. */
const turnsOf = (value: PackedValue): readonly (Moment | undefined)[] => {
  switch (value.kind) {
    case 'article':
      return [value.article.updatedAt, ...value.article.corrections.map(({ on }) => on)];
    case 'video':
      return [value.video.publishedAt];
    case 'photo-facts':
      return [value.facts.withdrawn, value.facts.usableUntil];
    case 'front':
      return [value.plan.breaking?.until, ...value.plan.pins.map(({ until }) => until)];
    default:
      return [];
  }
};

/** Forgets the moments of a file. */
export const takeTurns = (db: Database, file: string): void => void db.run('delete from turn where file = ?', file);

/** Notes the moments of a checked document, in the place of those of its earlier version. */
export const putTurns = (db: Database, file: string, value: PackedValue): void => {
  takeTurns(db, file);
  for (const at of turnsOf(value)) {
    if (at !== undefined) db.run('insert or ignore into turn (at, file) values (?, ?)', at, file);
  }
};

/** Files whose documents show something else at `until` than at `from`, with none of them changed. */
export const turnedBetween = (db: Database, from: Moment, until: Moment): readonly string[] =>
  db
    .all<{ file: string }>(
      `select file from article where public_from > ?1 and public_from <= ?2
       union select file from article where public_until > ?1 and public_until <= ?2
       union select a.file from live_entry e join article a on a.address = e.address where e.at > ?1 and e.at <= ?2
       union select file from turn where at > ?1 and at <= ?2`,
      from,
      until,
    )
    .map((row) => row.file);
