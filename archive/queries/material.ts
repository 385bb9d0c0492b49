/** Bodies with all they need to be drawn at a moment: pictures, films, sound, tables, and which links are public. */
import { photoFor } from '#archive/queries/photos';
import { standingOf } from '#archive/queries/standing';
import type { Window } from '#archive/queries/window';
import type { Asset, BodyMaterial } from '#archive/questions';
import { newsroomPath } from '#archive/store/linkNotes';
import { alternatives } from '#archive/store/crossChecks';
import { knownAddress } from '#model/addresses';
import type { Address } from '#model/article';
import type { Body } from '#model/body';
import type { Moment } from '#model/moment';
import type { LiveEntry, ShownVideo, Video } from '#model/people';
import { plainOldAddress } from '#model/oldAddress';
import type { Photo, PhotoUse } from '#model/photo';
import { meantBy } from '#model/strayForms';

/** A checked video with its poster; a film of ours whose file is missing is not shown. */
export const showVideo = (window: Window, video: Video, now: Moment): ShownVideo | undefined => {
  if (video.publishedAt > now && !window.preview) return undefined;
  const source = video.src === undefined ? undefined : assetFor(window, video.src);
  if (video.src !== undefined && !source) return undefined;
  const subtitles = video.captions === undefined ? undefined : assetFor(window, video.captions);
  const { poster, ...rest } = video;
  const photo = photoFor(window, poster, now, video.title);
  return { ...rest, ...(photo && { poster: photo }), ...(source && { source }), ...(subtitles && { subtitles }) };
};

type AssetRow = Omit<Asset, 'rows'> & { readonly rows: string | null };

/** A file of sound, film, paper or a table, at its path or under its name in `media/`. */
const assetFor = (window: Window, path: string): Asset | undefined => {
  for (const candidate of alternatives(path)) {
    const row = window.db().one<AssetRow>('select file, hash, bytes, mime, rows from asset where file = ?', candidate);
    if (row) return assetOf(row);
  }
  return undefined;
};

/** A row of the table of assets as an asset. */
export const assetOf = ({ file, hash, bytes, mime, rows }: AssetRow): Asset => ({
  file,
  hash,
  bytes,
  mime,
  // Rows of a table are what the archive wrote itself (`archive/store/media.ts`).
  ...(rows !== null && { rows: JSON.parse(rows) as string[][] }),
});

const mapOf = <Value>(names: readonly string[], find: (name: string) => Value | undefined): Map<string, Value> => {
  const found = new Map<string, Value>();
  for (const name of names) {
    const value = find(name);
    if (value !== undefined) found.set(name, value);
  }
  return found;
};

/** How each picture of a body is used: its own words before the picture's facts. */
const usesIn = (body: Body): Map<string, PhotoUse> => {
  const uses = new Map<string, PhotoUse>();
  const visit = (node: {
    children?: readonly unknown[];
    tagName?: string;
    properties?: Readonly<Record<string, unknown>>;
  }): void => {
    if (node.tagName === 'Figure' && typeof node.properties?.src === 'string')
      uses.set(node.properties.src, useOf(node.properties));
    // Children of a hast node are nodes.
    for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
  };
  visit(body.tree as Parameters<typeof visit>[0]);
  return uses;
};

const useOf = ({ src, alt }: Readonly<Record<string, unknown>>): PhotoUse => ({
  file: String(src),
  // The facts' own words serve where the body has none; the page lets the body's `alt` and `caption` win.
  ...(typeof alt === 'string' && { alt }),
});

/** Everything that a body shows and that may be shown at `now`, by the names that stand in its tree. */
export const materialFor = (window: Window, body: Body, now: Moment): BodyMaterial => {
  const uses = body.pictures.length > 0 ? usesIn(body) : new Map<string, PhotoUse>();
  return {
    photos: mapOf<Photo>(body.pictures, (file) => photoFor(window, uses.get(file) ?? { file }, now)),
    videos: mapOf<ShownVideo>(body.videos, (slug) => {
      const video = window.held().videos.get(slug);
      return video && showVideo(window, video, now);
    }),
    assets: mapOf<Asset>(body.assets, (file) => assetFor(window, file)),
    openLinks: new Set(body.links.filter((path) => isOpen(window, path, now))),
  };
};

/** The address of the article where one is meant, whether its page or its twin. */
const pieceOr = (address: Address): Address => {
  const known = knownAddress(address);
  return known?.kind === 'article' ? known.address : address;
};

/**
 * Whether readers may follow a path of the paper, read as the front door reads it: an old address still leads to its article,
 * in one hop. What no article is and no file of the newsroom may be there beside the paper, and is left to the editor.
 */
const isOpen = (window: Window, path: string, now: Moment): boolean => {
  const plain = plainOldAddress(path);
  const forms = [plain, ...meantBy(plain)];
  for (const form of forms) {
    const { is } = standingOf(window, pieceOr(form), now);
    if (is !== 'unknown') return is !== 'gone';
  }
  return !newsroomPath.test(plain) && !forms.some((form) => knownAddress(form)?.kind === 'article');
};

type EntryRow = { readonly data: string };

/** Entries of a live article up to `now`, newest first, pinned ones before all. */
export const entriesOf = (window: Window, address: string, now: Moment): LiveEntry[] =>
  window
    .db()
    .all<EntryRow>(
      'select data from live_entry where address = ? and at <= ? order by at desc, file desc',
      address,
      window.preview ? Number.MAX_SAFE_INTEGER : now,
    )
    // What the archive wrote itself (`archive/store/documents.ts`).
    .map((row) => JSON.parse(row.data) as LiveEntry)
    .sort((a, b) => Number(b.pinned) - Number(a.pinned));
