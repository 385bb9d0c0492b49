/** Reads one document of any kind: bytes in, the checked value and everything that is wrong with it out. */
import type { BodyPlace, readBody } from '#archive/body/readBody';
import type { DocumentDesk } from '#archive/documents/desk';
import { definitions, isAllYaml } from '#archive/documents/kinds';
import { made, type Values } from '#archive/documents/make';
import { decodeFile } from '#archive/frontMatter/decode';
import { findFence, type Fenced } from '#archive/frontMatter/fence';
import { checkForbidden } from '#archive/frontMatter/forbidden';
import { fieldNamesIn, shapeOfDocument } from '#archive/frontMatter/forms';
import { lookAtTree } from '#archive/frontMatter/lookAtTree';
import { composedMends } from '#archive/frontMatter/composed';
import { parseYaml, type Parsed } from '#archive/frontMatter/parseYaml';
import { readFields, readLines } from '#archive/frontMatter/readFields';
import type { FieldReader } from '#archive/frontMatter/reader';
import { orderedMends, type Sheet } from '#archive/frontMatter/sheet';
import { takeDownIn } from '#archive/frontMatter/takeDown';
import { placeOf, type DocumentPlace } from '#archive/placeOf';
import type { DocumentKind, DocumentValue, ReadDocument, Reading, ReadingContext } from '#archive/reading';
import { articleKinds, type ArticleKind } from '#model/article';
import { byPlace } from '#model/problem';

/** The document under the reader's eyes. */
type Task = {
  readonly place: DocumentPlace;
  readonly sheet: Sheet;
  readonly context: ReadingContext;
  readonly readBody: typeof readBody;
};

/** The stretch of the fields; a file that is all YAML is all fields. */
const wholeFile = (sheet: Sheet): Fenced => {
  const start = sheet.text.startsWith('\ufeff') ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(sheet.text.slice(start, start + 200))?.[0].length ?? 0;
  const end = sheet.text.length;
  return {
    from: start + opening,
    to: end,
    closing: Math.max(0, sheet.text.trimEnd().length - 1),
    body: end,
    bodyLine: 0,
  };
};

type FieldsRead = {
  readonly values: Values;
  readonly missing: readonly string[];
  readonly unread: ReadonlySet<string>;
  readonly places: FieldReader['places'];
  /** Whether YAML could read all of it. */
  readonly legible: boolean;
};

const nothing: FieldsRead = { values: {}, missing: [], unread: new Set(), places: new Map(), legible: false };

const readFrontMatter = ({ place, sheet, context }: Task, fenced: Fenced): FieldsRead => {
  const map = shapeOfDocument(definitions[place.kind]);
  checkForbidden(sheet, fenced.from, fenced.to);
  const isWhole = isAllYaml(place.kind);
  const parsed: Parsed | undefined = parseYaml(sheet, fenced, { isWhole, fieldNames: fieldNamesIn(map) });
  if (!parsed) return nothing;
  lookAtTree(sheet, parsed);
  const reader: FieldReader = { sheet, parsed, context, folder: place.folder, places: new Map() };
  const lines = place.kind === 'gone' ? map.fields.get('lines')?.shape : undefined;
  if (lines?.is === 'list') {
    return {
      values: { lines: readLines(reader, lines) },
      missing: [],
      unread: new Set(),
      places: reader.places,
      legible: parsed.whole,
    };
  }
  return { ...readFields(reader, map), places: reader.places, legible: parsed.whole };
};

/** What to write for a field that is missing. */
const example = (field: string, place: DocumentPlace): string =>
  field === 'publishedAt' || field === 'at' ? `${field}: ${place.day ?? '2026-10-15'} 06:00` : `${field}: …`;

const reportMissing = ({ place, sheet }: Task, { missing, legible }: FieldsRead, fenced: Fenced): void => {
  if (!legible) return;
  for (const field of missing)
    sheet.problem(fenced.closing, field, 'is missing.', `Add a line:  ${example(field, place)}`);
};

/** What the reader of bodies is told a document is; an article whose kind cannot be read may hold what any article may. */
const bodyKind = (kind: DocumentKind, values: Values, hasKind: boolean): BodyPlace['kind'] | undefined => {
  switch (kind) {
    case 'article': {
      const known: ArticleKind | undefined = articleKinds.find((name) => name === values.kind);
      return known ?? (hasKind || values.coverage !== undefined ? 'live' : 'news');
    }
    case 'live-entry':
      return 'entry';
    case 'author':
    case 'page':
    case 'video':
      return kind;
    default:
      return undefined;
  }
};

const readWords = (task: Task, fenced: Fenced, { values, places }: FieldsRead) => {
  const { place, sheet, context } = task;
  const kind = bodyKind(place.kind, values, places.has('kind'));
  const source = sheet.text.slice(fenced.body);
  if (kind === undefined) {
    if (!isAllYaml(place.kind) && source.trim() !== '') {
      const at = fenced.body + source.search(/\S/);
      sheet.note(
        at,
        'body',
        'has words that appear nowhere; only the fields are shown.',
        'Write them into the description.',
      );
    }
    return undefined;
  }
  const lang = typeof values.lang === 'string' ? { lang: values.lang } : {};
  const at = { file: sheet.file, firstLine: fenced.bodyLine, kind, folder: place.folder, ...lang };
  const read = task.readBody(source, at, context);
  for (const mend of read.mends) sheet.mend({ ...mend, from: mend.from + fenced.body, to: mend.to + fenced.body });
  sheet.problems.push(...read.problems);
  sheet.notes.push(...read.notes);
  sheet.references.push(...read.references);
  return read;
};

const readFenced = (task: Task, fenced: Fenced): DocumentValue | undefined => {
  const { sheet, place, context } = task;
  const fields = readFrontMatter(task, fenced);
  reportMissing(task, fields, fenced);
  const body = readWords(task, fenced, fields);
  const at: DocumentDesk['at'] = (field, part = 'value') => {
    if (field === 'file') return 0;
    const known = fields.places.get(field);
    if (known) return known[part];
    const above = field.lastIndexOf('.');
    return above > 0 ? at(field.slice(0, above), part) : fenced.closing;
  };
  const desk: DocumentDesk = {
    file: sheet.file,
    place,
    folder: place.folder,
    sheet,
    context,
    body,
    at,
    unread: fields.unread,
    reference: (field, reference) => sheet.reference(at(field), { ...reference, field }),
  };
  if (!fields.legible) return undefined;
  return made(desk, fields.values, sheet.problems.length === 0);
};

const readDecoded = (
  task: Task,
  legible: boolean,
): { value?: DocumentValue | undefined; fenced?: Fenced | undefined } => {
  if (!legible) return {};
  const fenced = isAllYaml(task.place.kind) ? wholeFile(task.sheet) : findFence(task.sheet);
  return { fenced, value: fenced && readFenced(task, fenced) };
};

const finished = ({ sheet, place, context }: Task, read: ReturnType<typeof readDecoded>): Reading => {
  const { problems, notes, references } = sheet;
  const { fenced, value } = read;
  const seen = fenced ? sheet.text.slice(fenced.from, fenced.to) : sheet.text;
  const takeDown = problems.length > 0 ? takeDownIn(seen, context.timeZone) : undefined;
  return {
    file: sheet.file,
    kind: place.kind,
    ...(value && problems.length === 0 && { value }),
    problems: problems.toSorted(byPlace),
    notes: notes.toSorted(byPlace),
    ...(takeDown && { takeDown }),
    references,
    mends: orderedMends([...sheet.mends, ...composedMends(sheet.text)]),
  };
};

const strayReading = (file: string, message: string, fix: string): Reading => ({
  file,
  kind: 'article',
  problems: [{ file, line: 1, column: 1, field: 'file', message, fix }],
  notes: [],
  references: [],
  mends: [],
});

/** A reader of documents that reads bodies with `readBody`. */
export const documentReader =
  (bodyReader: typeof readBody): ReadDocument =>
  (file, bytes, context) => {
    const place = placeOf(file);
    if (place?.is === 'stray-problem') return strayReading(file, place.message, place.fix);
    if (place?.is !== 'document') return strayReading(file, 'is no document of the newsroom.', 'Move it away.');
    const { sheet, legible } = decodeFile(file, bytes);
    const task: Task = { place, sheet, context, readBody: bodyReader };
    try {
      return finished(task, readDecoded(task, legible));
    } catch {
      // Whatever a document makes of the code that reads it, it is that document's problem and nobody else's.
      sheet.problem(0, 'file', 'cannot be read.', 'Make it simpler; the paper goes on without it.');
      return finished(task, {});
    }
  };
