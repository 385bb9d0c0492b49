/** What editions changed that somebody missed: a mirror asks for it who comes by once in an hour. */
import type { Window } from '#archive/queries/window';
import type { EditionChanges } from '#archive/questions';
import type { Moment } from '#model/moment';

/**
 * The editions after one, oldest first. `undefined` where that one is not among those that are kept, or is of another
 * archive: then everything may have changed.
 */
export const changesSince = (
  window: Window,
  { number, at }: { readonly number: number; readonly at: Moment },
): readonly EditionChanges[] | undefined => {
  const db = window.db();
  const known = db.one('select 1 as one from edition where number = ? and at = ?', number, at);
  if (!known) return undefined;
  return (
    db
      .all<{ number: number; changes: string }>(
        'select number, changes from edition where number > ? order by number',
        number,
      )
      // What the archive wrote itself (`archive/store/edition.ts`).
      .map((row) => ({ number: row.number, changes: JSON.parse(row.changes) as string[] }))
  );
};
