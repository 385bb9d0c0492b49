/** Notes that no file shows by itself: what it names, links to or shows is not there, or not public. */
import type { Database } from '#archive/database';
import { alternatives, assetAt, pageAt } from '#archive/store/crossChecks';
import { badLink, type NotesPlace, type Placed, type Said } from '#archive/store/linkNotes';
import { never } from '#archive/schema';
import type { Moment } from '#model/moment';
import { nearest } from '#model/nearest';
import type { Finding } from '#model/problem';

const folders = { author: 'authors', category: 'categories', series: 'series', video: 'videos' } as const;

const namesOf = (db: Database, kind: string): string[] =>
  db.all<{ slug: string }>('select slug from entity where kind = ?', kind).map((row) => row.slug);

/** An author, category, series or film without a file: the article goes out without that link. */
const unknownName = (db: Database, what: keyof typeof folders, name: string): Said => {
  if (db.one('select 1 as one from entity where kind = ? and slug = ?', what, name)) return undefined;
  const near = nearest(name, namesOf(db, what));
  const fix = near ? `Write:  ${near}` : `Write  content/${folders[what]}/${name}.mdx, or correct the name.`;
  return { message: `"${name}" has no file in content/${folders[what]}.`, fix };
};

const badPicture = ({ db, now }: NotesPlace, path: string): Said => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const candidate of alternatives(path)) {
    const row = db.one<{ fault: string | null }>('select fault from picture where file = ?', candidate);
    if (!row) continue;
    if (row.fault !== null)
      return {
        message: `"${name}" ${row.fault}`,
        fix: 'The article goes out without it. Export the picture again as JPEG, PNG, WebP or AVIF.',
      };
    const facts = db.one<{ data: string }>(
      "select data from entity where kind = 'photo-facts' and slug = ?",
      candidate,
    );
    // What the archive wrote itself (`archive/store/documents.ts`).
    const { withdrawn, usableUntil } = facts
      ? (JSON.parse(facts.data) as { withdrawn?: Moment; usableUntil?: Moment })
      : {};
    if ((withdrawn ?? never) <= now)
      return { message: `"${name}" is withdrawn and not shown.`, fix: 'Choose another picture.' };
    return (usableUntil ?? never) <= now
      ? { message: `"${name}" may no longer be used and is not shown.`, fix: 'Choose another picture.' }
      : undefined;
  }
  return {
    message: `"${name}" is missing; the article goes out without it.`,
    fix: 'Put the picture beside the file or into content/media, or correct its name.',
  };
};

/** An address that is taken down while something else says that it is there: taking down wins, and its editor is told. */
const stillThere = (db: Database, address: string): Said => {
  const file = `articles${address}.mdx`;
  if (db.one('select 1 as one from document where file = ?', file))
    return {
      message: `${address} is taken down, and ${file} still lies there.`,
      fix: 'Delete that file, or take this line out.',
    };
  const alias = db.one<{ file: string }>("select file from claim where address = ? and how = 'alias'", address);
  if (alias)
    return {
      message: `${address} is taken down, and is an old address of ${alias.file}: nobody is led there.`,
      fix: 'Take this line out, or the alias out of that file.',
    };
  const page = pageAt(db, address);
  return page === undefined
    ? undefined
    : {
        message: `${address} is taken down, and is the address of ${page}.`,
        fix: 'Delete that file, or take this line out.',
      };
};

const say = (place: NotesPlace, reference: Placed): Said => {
  const { what, target } = reference;
  switch (what) {
    case 'author':
    case 'category':
    case 'series':
    case 'video':
      return unknownName(place.db, what, target);
    case 'link':
    case 'related':
    case 'translation':
    case 'pin':
      return badLink(place, reference);
    case 'picture':
      return badPicture(place, target);
    case 'asset':
      if (assetAt(place.db, target) || (reference.file.startsWith('videos/') && reference.field === 'src'))
        return undefined;
      return {
        message: `"${target.slice(target.lastIndexOf('/') + 1)}" is missing and left out.`,
        fix: 'Put the file beside this one or into content/media, or correct its name.',
      };
    case 'gone':
      return stillThere(place.db, target);
    case 'alias':
    case 'article':
      return undefined;
  }
};

const placed = 'select file, what, target, line, "column", field, needs, at from reference';

const referenceNotes = (place: NotesPlace, file?: string): Finding[] =>
  (file === undefined
    ? place.db.all<Placed>(`${placed} order by file, line`)
    : place.db.all<Placed>(`${placed} where file = ? order by line`, file)
  ).flatMap((reference): Finding[] => {
    const said = say(place, reference);
    const { file, line, column, field } = reference;
    return said ? [{ file, line, column, field, ...said }] : [];
  });

/** A word as it is, and the plural or the singular that it may be. */
const numbersOf = (word: string): readonly string[] => [
  word,
  `${word}s`,
  `${word}es`,
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
];

/** Tags that differ only by hyphens, plural or accents are probably one: the rarer is named. */
const tagNotes = (db: Database): Finding[] => {
  const rows = db.all<{ name: string; label: string; n: number }>(
    "select name, min(label) as label, count(*) as n from article_listed where list = 'tag' group by name order by n desc, name",
  );
  const firstOf = new Map<string, { label: string }>();
  return rows.flatMap(({ name, label }): Finding[] => {
    const plain = name.normalize('NFD').replace(/[\p{M}-]/gu, '');
    const known = numbersOf(plain).flatMap((form) => firstOf.get(form) ?? [])[0];
    if (!known) firstOf.set(plain, { label });
    if (!known) return [];
    const users = db.all<{ file: string }>(
      "select a.file from article_listed l join article a on a.id = l.id where l.list = 'tag' and l.name = ? order by a.file",
      name,
    );
    return users.map(({ file }) => ({
      file,
      line: 1,
      column: 1,
      field: 'tags',
      message: `"${label}" is nearly the tag "${known.label}".`,
      fix: `Write:  ${known.label}`,
    }));
  });
};

const partNotes = (db: Database): Finding[] =>
  db
    .all<{ file: string; name: string; part: number; other: string }>(
      `select a.file, l.name, l.part, b.file as other from article_listed l join article a on a.id = l.id
       join article_listed m on m.list = l.list and m.name = l.name and m.part = l.part and m.id < l.id join article b on b.id = m.id
       where l.list = 'series' and l.part is not null`,
    )
    .map(({ file, name, part, other }) => ({
      file,
      line: 1,
      column: 1,
      field: 'series.part',
      message: `is ${part}, as in ${other}.`,
      fix: `Give each part of ${name} a number of its own.`,
    }));

/** An entry that corrects another must name one of the same article. */
const correctedEntryNotes = (db: Database): Finding[] =>
  db
    .all<{ file: string; slug: string; of: string }>(
      `select e.file, json_extract(e.data, '$.slug') as slug, json_extract(e.data, '$.correctionOf') as of from live_entry e
       where of is not null and not exists (
         select 1 from live_entry o where o.address = e.address and json_extract(o.data, '$.slug') = json_extract(e.data, '$.correctionOf'))`,
    )
    .map(({ file, of }) => ({
      file: file.replace(/#.*$/, ''),
      line: 1,
      column: 1,
      field: 'correctionOf',
      message: `"${of}" is no entry of this article.`,
      fix: 'Write the file name of the entry that is corrected, without .mdx.',
    }));

/** Such notes of one file, as whoever writes it wants to see them while writing. */
export const crossNotesOf = (place: NotesPlace, file: string): Finding[] => [
  ...referenceNotes(place, file),
  ...[...tagNotes(place.db), ...partNotes(place.db), ...correctedEntryNotes(place.db)].filter(
    (note) => note.file === file,
  ),
];

/** Every such note of the whole newsroom at a moment. */
export const crossNotes = (place: NotesPlace): Finding[] => [
  ...referenceNotes(place),
  ...tagNotes(place.db),
  ...partNotes(place.db),
  ...correctedEntryNotes(place.db),
];
