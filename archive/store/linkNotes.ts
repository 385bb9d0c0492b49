/** Whether a link, a relation or a pin leads to something that readers can reach now. */
import type { Database } from '#archive/database';
import { never } from '#archive/schema';
import type { PlacedReference } from '#archive/store/records';
import { knownAddress } from '#model/addresses';
import { formatMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import { plainOldAddress } from '#model/oldAddress';
import { nearest } from '#model/nearest';
import { meantBy } from '#model/strayForms';
import type { Site } from '#model/site';

/** Where notes are looked for, and when. */
export type NotesPlace = {
  readonly db: Database;
  readonly now: Moment;
  readonly site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>;
};

/** Something pointed at, with the file that points. */
export type Placed = PlacedReference & { readonly file: string };

/** What is to be said of it; nothing where all is well. */
export type Said = { readonly message: string; readonly fix: string } | undefined;

type Row = { readonly file: string; readonly public_from: Moment; readonly public_until: Moment };

const pageExists = (db: Database, address: string): boolean => {
  const known = knownAddress(address);
  if (!known) return false;
  if (known.kind === 'member') {
    const list =
      known.list === 'category'
        ? 'select 1 as one from article where category = ?'
        : `select 1 as one from article_listed where list = '${known.list}' and name = ?`;
    return (
      db.one('select 1 as one from entity where kind = ? and slug = ?', known.list, known.slug) !== undefined ||
      db.one(list, known.slug) !== undefined
    );
  }
  return (
    known.kind !== 'about' ||
    known.slug === undefined ||
    db.one("select 1 as one from entity where kind = 'page' and slug = ?", known.slug) !== undefined
  );
};

const notPublic = ({ db, now, site }: NotesPlace, address: string, row: Row): Said => {
  if (row.public_from === never)
    return {
      message: `${address} is a draft or held back: readers see plain text until it is public.`,
      fix: 'Nothing to do if that is meant.',
    };
  if (row.public_from > now) {
    return {
      message: `${address} is under embargo until ${formatMoment(row.public_from, site)}.`,
      fix: 'Nothing to do if that is meant.',
    };
  }
  if (row.public_until > now || db.one('select 1 as one from gone where address = ?', address)) return undefined;
  return { message: `${address} is no longer public.`, fix: 'Point to another piece, or take it out.' };
};

const hasFragment = (db: Database, address: string, fragment: string): boolean => {
  const row = db.one<{ tree: string }>(
    'select b.tree from body b join article a on a.id = b.id where a.address = ?',
    address,
  );
  const entry = db.one(
    "select 1 as one from live_entry where address = ? and json_extract(data, '$.slug') = ?",
    address,
    fragment,
  );
  return !row || entry !== undefined || row.tree.includes(`"id":${JSON.stringify(fragment)}`);
};

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const isArticle = (db: Database, address: string): boolean =>
  db.one('select 1 as one from article where address = ?', address) !== undefined;

/** The page or article that an address in a stray form means: with a closing slash, in capitals, with an ending. */
const meantIn = (db: Database, written: string): string | undefined => {
  const plain = plainOldAddress(written);
  return [plain, ...meantBy(plain)].find((form) => {
    const known = knownAddress(form);
    return known?.kind === 'article' ? isArticle(db, known.address) : known !== undefined && pageExists(db, form);
  });
};

/** A path as it lies in the content folder, which readers cannot follow. */
export const newsroomPath = /^\/(?:content\/)?(?:media|articles)\//;

/** How a file of the newsroom is shown, by its ending. */
const shownBy: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/\.(?:jpe?g|png|webp|avif)$/i, (name) => `<Figure src="${name}" />`],
  [/\.(?:mp3|m4a|aac|og[ag]|opus|wav|flac)$/i, (name) => `<Audio src="${name}" title="…" transcript="…" />`],
  [/\.csv$/i, (name) => `<Table src="${name}" caption="…" source="…" />`],
  [/\.[a-z0-9]+$/i, (name) => `<Document src="${name}" />`],
];

const noPage = (path: string): Said => {
  const [, article] = /^\/(?:content\/)?articles(\/\d{4}\/\d\d\/\d\d\/[^/]+)\.mdx?$/.exec(path) ?? [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const shown = shownBy.find(([ending]) => ending.test(name))?.[1](name);
  const instead = article ?? shown;
  return {
    message: `${path} is a file of the newsroom and no page: readers see plain text.`,
    fix: instead === undefined ? 'Name a page, or take the link out.' : `Write:  ${instead}`,
  };
};

/** What is wrong with an address that a file points at. */
export const badLink = (place: NotesPlace, { file, target }: Placed): Said => {
  const [path = '', fragment] = target.split('#');
  const address = path.split('?')[0] ?? '';
  const { db } = place;
  const own = db.one<{ address: string }>('select address from article where file = ?', file)?.address;
  if (own === address && fragment === undefined)
    return { message: `${address} is this article itself.`, fix: 'Take it out.' };
  const row = db.one<Row>('select file, public_from, public_until from article where address = ?', address);
  if (row) {
    const said = notPublic(place, address, row);
    if (said || fragment === undefined || fragment === '' || hasFragment(db, address, decoded(fragment))) return said;
    return {
      message: `${address} has no part named #${fragment}.`,
      fix: 'Take the part after # away, or name a heading of that article.',
    };
  }
  if (address === '' || (pageExists(db, address) && knownAddress(address)?.kind !== 'article')) return undefined;
  if (db.one('select 1 as one from document where file = ?', `articles${address}.mdx`))
    return {
      message: `${address} is held back: its file has problems.`,
      fix: 'Mend that file; until then readers see plain text.',
    };
  if (db.one('select 1 as one from claim where address = ?', address))
    return { message: `${address} is an old address.`, fix: 'Write the new one: it saves readers a redirect.' };
  const meant = meantIn(db, address);
  // Letters may stand as escapes; and an article’s Markdown twin is there with it.
  if (meant !== undefined && (meant === address || encodeURI(meant) === address)) return undefined;
  if (meant !== undefined)
    return {
      message: `${address} is ${meant}, written otherwise.`,
      fix: `Write:  ${meant}`,
    };
  if (newsroomPath.test(address)) return noPage(address);
  const addresses = db
    .all<{ address: string }>('select address from article where substr(address, 1, 11) = ?', address.slice(0, 11))
    .map((each) => each.address);
  const near = nearest(address, addresses);
  return {
    message: `${address} is no page of this paper.`,
    fix: near ? `Write:  ${near}` : 'Correct the address, or take it out.',
  };
};
