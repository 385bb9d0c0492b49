/** What files with problems name and show: the archive keeps it of good files alone, and editors want all notes at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#archive/database';
import type { Reference } from '#archive/reading';
import { crossProblems } from '#archive/store/crossChecks';
import type { CommandPlace } from '#newsroom/commandPlace';
import { readAs } from '#newsroom/newDesk';

const referencesIn = (place: CommandPlace, file: string): readonly Reference[] => {
  try {
    return readAs(place, file, readFileSync(join(place.contentDir, file))).references;
  } catch {
    // Gone or unreadable meanwhile: then nothing is known of it.
    return [];
  }
};

const put = (db: Database, file: string, { what, to, line, column, field, needs }: Reference): void => {
  db.run(
    'insert into reference (file, what, target, base, line, "column", field, needs) values (?, ?, ?, ?, ?, ?, ?, ?)',
    file,
    what,
    to,
    to.slice(to.lastIndexOf('/') + 1),
    line,
    column,
    field,
    needs?.length ? needs.join(' ') : null,
  );
};

/** Writes them into an archive that only this check reads, and judges those files against the rest too. */
export const noteReferencesOfBad = (db: Database, place: CommandPlace): void => {
  const bad = db.all<{ file: string }>(
    `select file from document where problems <> '[]' and kind <> 'stray' and hash not like 'stopped %'
     and file not in (select file from reference)`,
  );
  for (const { file } of bad) {
    for (const reference of referencesIn(place, file)) put(db, file, reference);
    db.run('update document set crossed = ? where file = ?', JSON.stringify(crossProblems(db, file)), file);
  }
};
