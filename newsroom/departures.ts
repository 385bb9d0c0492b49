/** Notes on articles that were renamed or deleted while neither `aliases` nor `gone.yaml` says so. */
import { openForReading, type Database } from '#archive/database';
import { placeOf } from '#archive/placeOf';
import { readDocument } from '#archive/readDocument';
import { knownAddress } from '#model/addresses';
import type { Article } from '#model/article';
import { wallClockText } from '#model/wallClock';
import type { Finding } from '#model/problem';
import type { CommandPlace } from '#newsroom/commandPlace';
import { committedBytes, goneSinceCommit } from '#newsroom/git';

/** An address that had an article, and the file that the article became, where that is known. */
type Departure = { readonly address: string; readonly to?: string };

const addressOf = (file: string): string | undefined => {
  const place = placeOf(file.normalize('NFC'));
  return place?.is === 'document' && place.kind === 'article' ? place.address : undefined;
};

/** The file here that has the words of a departed article: the same text or the same headline by the same authors. */
const sameWords = (db: Database, { headline, authors }: Article, text: string): string | undefined =>
  db
    .all<{ file: string; data: string; text: string }>(
      'select a.file, a.data, w.text from article a join words w on w.id = a.id where w.headline = ? or (w.text = ? and w.text <> ?)',
      headline,
      text,
      '',
    )
    .find((row) => {
      // What the archive wrote itself (`archive/store/articles.ts`).
      const there = JSON.parse(row.data) as Article;
      return row.text === text || there.authors.join(' ') === authors.join(' ');
    })?.file;

/** From git: what the last commit has and the folder has not. Pieces that were never public are nobody's loss. */
const sinceCommit = (db: Database, place: CommandPlace): Departure[] => {
  const { contentDir, site, siteUrl } = place;
  const left = goneSinceCommit(contentDir).filter(({ from }) => addressOf(from) !== undefined);
  const bytes = committedBytes(
    contentDir,
    left.map(({ from }) => from),
  );
  return left.flatMap(({ from, to }): Departure[] => {
    const address = addressOf(from) ?? '';
    const was = bytes.get(from);
    const { value, takeDown } = was
      ? readDocument(from.normalize('NFC'), was, { ...site, timeZoneName: site.timeZoneName, siteUrl })
      : {};
    if (takeDown?.sign === 'draft') return [];
    const article = value?.kind === 'article' ? value.article : undefined;
    if (article && (article.draft || article.publishedAt > place.now())) return [];
    const became = to ?? (article && value?.kind === 'article' ? sameWords(db, article, value.body.text) : undefined);
    return [{ address, ...(became !== undefined && addressOf(became) !== undefined && { to: became }) }];
  });
};

/** From this machine's archive, where it is one of this very folder: at least half of what it knows must lie here. */
const remembered = (db: Database, { dataDir }: CommandPlace): Departure[] => {
  let archive: Database | undefined;
  try {
    archive = openForReading(dataDir);
    const known = archive.all<{ file: string }>('select file from document');
    const here = new Set(db.all<{ file: string }>('select file from document').map(({ file }) => file));
    if (known.filter(({ file }) => here.has(file)).length * 2 < known.length) return [];
    const rows = archive.all<{ address: string; moved_to: string | null }>('select address, moved_to from memory');
    const articles = rows.filter(({ address }) => knownAddress(address)?.kind === 'article');
    return articles.map(({ address, moved_to: to }) => ({ address, ...(to !== null && { to: `articles${to}.mdx` }) }));
  } catch {
    // No archive yet, one of another release, or one that cannot be read: it has nothing to tell.
    return [];
  } finally {
    archive?.close();
  }
};

const isToldOf = (db: Database, address: string): boolean =>
  db.one(
    `select 1 as one from claim where address = ?1 union all select 1 from gone where address = ?1
     union all select 1 from article where address = ?1`,
    address,
  ) !== undefined;

const isHere = (db: Database, file: string): boolean =>
  db.one('select 1 as one from document where file = ?', file) !== undefined;

const inList = (address: string): string =>
  /^[/\p{L}\p{M}\p{N}._-]+$/u.test(address) ? address : JSON.stringify(address);

/** What to tell; a file under the old or the new name that is only bad is told about already, as a problem. */
const noteOn = (db: Database, place: CommandPlace, { address, to }: Departure): Finding[] => {
  const old = `articles${address}.mdx`;
  if (isToldOf(db, address) || isHere(db, old)) return [];
  const at = { line: 1, column: 1 };
  const row = to === undefined ? undefined : db.one<{ data: string }>('select data from article where file = ?', to);
  if (row && to !== undefined) {
    // What the archive wrote itself (`archive/store/articles.ts`).
    const { aliases } = JSON.parse(row.data) as Article;
    const message = `do not name its old address ${address}, which redirects here only where an archive remembers it.`;
    const fix = `Write:  aliases: [${[...aliases, address].map(inList).join(', ')}]`;
    return [{ file: to, ...at, field: 'aliases', message, fix }];
  }
  if (to !== undefined && isHere(db, to)) return [];
  const message = 'is deleted; its address answers 410 only where an archive remembers it.';
  const on = wallClockText(Math.floor(place.now() / 60_000) * 60_000, place.site.timeZone);
  const fix = `Add a line to gone.yaml:  - { address: ${inList(address)}, on: ${on} }`;
  return [{ file: old, ...at, field: 'file', message, fix }];
};

/** One note for each address that had an article and has none now, and of which the files say nothing. */
export const departureNotes = (db: Database, place: CommandPlace): Finding[] => {
  const all = new Map<string, Departure>();
  for (const each of [...remembered(db, place), ...sinceCommit(db, place)]) {
    all.set(each.address, { ...all.get(each.address), ...each });
  }
  return [...all.values()].flatMap((departure) => noteOn(db, place, departure));
};
