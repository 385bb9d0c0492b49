/** Everything that is to be said about the newsroom's files, from an archive that has just read them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#archive/database';
import { crossNotes } from '#archive/store/crossNotes';
import { byPlace, type Finding, type Findings } from '#model/problem';
import type { CommandPlace } from '#newsroom/commandPlace';
import { noteReferencesOfBad } from '#newsroom/badReferences';
import { unreadFiles } from '#newsroom/contentFolder';
import { departureNotes } from '#newsroom/departures';
import { frontNotes } from '#newsroom/frontNotes';
import { momentNotes } from '#newsroom/momentNotes';

/** What `check` found, and in how many documents. */
export type Checked = Findings & {
  /** Every document that was read, by file. */
  readonly documents: ReadonlySet<string>;
  /** Those of them that are article files. */
  readonly articles: ReadonlySet<string>;
};

type Row = {
  readonly file: string;
  readonly kind: string;
  readonly problems: string;
  readonly crossed: string;
  readonly notes: string;
};

/** In order, and each thing said once: two checks may see the same mistake. */
const inOrder = (findings: readonly Finding[]): Finding[] => {
  const said = new Set<string>();
  return findings.toSorted(byPlace).filter(({ file, line, column, field, message }) => {
    const key = JSON.stringify([file, line, column, field, message]);
    return !said.has(key) && said.add(key);
  });
};

// What the archive wrote itself (`archive/store/records.ts`).
const kept = (json: string): Finding[] => (json === '[]' ? [] : (JSON.parse(json) as Finding[]));

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Gone meanwhile: the note names the first line.
    return '';
  }
};

/** Gathers every problem and note. `db` is an archive of the whole folder at this moment. */
export const findingsIn = (db: Database, place: CommandPlace): Checked => {
  noteReferencesOfBad(db, place);
  const rows = db.all<Row>('select file, kind, problems, crossed, notes from document');
  const known = new Set(rows.map(({ file }) => file));
  const documents = rows.filter(({ kind }) => kind !== 'stray');
  const now = place.now();
  return {
    problems: inOrder([
      ...rows.flatMap(({ problems, crossed }) => [...kept(problems), ...kept(crossed)]),
      ...unreadFiles(place.contentDir, (file) => known.has(file)),
    ]),
    notes: inOrder([
      ...rows.flatMap(({ notes }) => kept(notes)),
      ...crossNotes({ db, now, site: place.site }),
      ...frontNotes(db, now, place.site),
      ...momentNotes(db, now, place.site, (file) => textOf(join(place.contentDir, file))),
      ...departureNotes(db, place),
    ]),
    documents: new Set(documents.map(({ file }) => file)),
    articles: new Set(documents.filter(({ kind }) => kind === 'article').map(({ file }) => file)),
  };
};

/** The same, of the chosen files alone. */
export const chosenAmong = (checked: Checked, chosen: (file: string) => boolean): Checked => ({
  problems: checked.problems.filter(({ file }) => chosen(file)),
  notes: checked.notes.filter(({ file }) => chosen(file)),
  documents: new Set([...checked.documents].filter(chosen)),
  articles: new Set([...checked.articles].filter(chosen)),
});
