/** What a path inside the content folder is: which document, a picture, another file of use, or a document with a wrong name. */
import type { DocumentKind } from '#archive/reading';
import { checkPeriod } from '#model/addresses';
import { fileNameFault } from '#model/fileNames';
import { nearest } from '#model/nearest';
import type { Finding } from '#model/problem';

/** A document's place: its kind, its own name, and the folder it lies in. */
export type DocumentPlace = {
  readonly is: 'document';
  readonly kind: DocumentKind;
  /** Name without ending: `harbour-bridge-reopens`; for photo facts the picture's path. */
  readonly slug: string;
  readonly folder: string;
  /** Articles and live entries: the address of the article. */
  readonly address?: string;
  /** Articles and live entries: the day of the folder, `2026-10-15`. */
  readonly day?: string;
};

/** What a path is. Strays carry the problem that tells their editor. */
export type Place =
  | DocumentPlace
  | { readonly is: 'picture' | 'asset' }
  | { readonly is: 'stray-problem'; readonly message: string; readonly fix: string };

const pictureEnding = /\.(?:jpe?g|png|webp|avif|gif|svg|heic|heif|tiff?|bmp|jxl)$/i;
const assetEnding =
  /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac|mp4|m4v|webm|mov|vtt|pdf|csv|txt|docx?|xlsx?|pptx?|odt|ods|odp|epub|zip|gpx|geojson)$/i;
const ignored = /(?:^|\/)(?:\.[^/]*|[^/]*~|[^/]*\.sw[a-p]|#[^/]*#|Thumbs\.db|desktop\.ini)(?:\/|$)/i;

const folders = {
  authors: 'author',
  categories: 'category',
  series: 'series',
  videos: 'video',
  pages: 'page',
} as const satisfies Record<string, DocumentKind>;

const folderNames = ['articles', ...Object.keys(folders), 'fronts', 'media'];

const stray = (message: string, fix: string): Place => ({ is: 'stray-problem', message, fix });

/** Endings that a document gets by mistake: of other Markdown, of a copy, of a text editor. */
const brokenEnding = /\.(?:md|markdown|mdown|mdx?\.txt|mdx\.[a-z0-9]{1,5}|mdwn)$/i;

/** A name as it should be: without a copy's addition, with the right ending, in lower case and hyphens. */
const meantName = (name: string): string | undefined => {
  const base = name.replace(brokenEnding, '').replace(/\.mdx$/i, '');
  const meant = fileNameFault(base)?.write ?? base;
  return meant === '' || fileNameFault(meant) ? undefined : `${meant}.mdx`;
};

/** A fault of a document's own name; `undefined` where there is none. */
const nameFault = (name: string, folder: string): Place | undefined => {
  const meant = meantName(name);
  const fix =
    meant === undefined
      ? 'Name it in lower-case letters, digits and hyphens, with the ending .mdx.'
      : `Name it ${folder}/${meant}`;
  if (!name.endsWith('.mdx')) return stray('has not the ending .mdx, and is not read.', fix);
  if (/(?:^|[ ._-])(?:copy|kopie|copie)\b|\(\d+\)|[ ]\d+\.mdx$/i.test(name.slice(0, -4)) && /[ (]/.test(name)) {
    return stray(
      'looks like a copy of another file, and is not read.',
      `Delete it, or ${fix.charAt(0).toLowerCase()}${fix.slice(1)}`,
    );
  }
  const fault = fileNameFault(name.slice(0, -4));
  return fault && stray(fault.message, fix);
};

const isDocumentName = (name: string): boolean =>
  (/\.mdx$/i.test(name) || brokenEnding.test(name)) && !/^(?:readme|notes?|contributing|licen[cs]e)\b/i.test(name);

const two = (text: string): string => text.padStart(2, '0');

/** A dated folder that is no day, with the folder that may be meant. */
const dayFault = (parts: readonly string[]): Place => {
  const [y = '', m = '', d = ''] = parts;
  const meant = [y, two(m), two(d)];
  const isMeant =
    parts.length >= 3 && meant.join('/') !== parts.slice(0, 3).join('/') && checkPeriod(meant) !== undefined;
  const fix = isMeant
    ? `Move it to articles/${meant.join('/')}/`
    : 'Move it to articles/, the year, the month and the day: articles/2026/10/15/';
  return stray(`lies in articles/${parts.join('/')}, which is no day.`, fix);
};

const articlePlace = (parts: readonly string[]): Place | undefined => {
  const name = parts.at(-1) ?? '';
  const days = parts.slice(1, 4);
  const isDay = parts.length > 4 && checkPeriod(days)?.day !== undefined;
  if (!isDay) return isDocumentName(name) ? dayFault(parts.slice(1, -1).slice(0, 6)) : undefined;
  const folder = parts.slice(0, -1).join('/');
  if (!isDocumentName(name)) return undefined;
  const fault = nameFault(name, folder);
  const day = days.join('-');
  const slug = name.replace(/\.mdx$/, '');
  if (parts.length === 5) {
    return fault ?? { is: 'document', kind: 'article', slug, folder, day, address: `/${days.join('/')}/${slug}` };
  }
  const of = parts[4] ?? '';
  if (parts.length === 6 && of.endsWith('.updates') && !fileNameFault(of.slice(0, -8))) {
    return (
      fault ?? {
        is: 'document',
        kind: 'live-entry',
        slug,
        folder,
        day,
        address: `/${days.join('/')}/${of.slice(0, -8)}`,
      }
    );
  }
  if (parts.length === 6 && /\.updates?$/i.test(of))
    return stray(`lies in ${of}, which is named after no article.`, 'Name the folder like the article, and .updates');
  return stray(`lies in a folder of its own inside a day.`, `Move it to ${parts.slice(0, 4).join('/')}/`);
};

const folderPlace = (kind: DocumentKind, parts: readonly string[]): Place | undefined => {
  const name = parts.at(-1) ?? '';
  if (!isDocumentName(name)) return undefined;
  const folder = parts[0] ?? '';
  if (parts.length > 2) return stray(`lies in a folder inside ${folder}.`, `Move it to ${folder}/`);
  return nameFault(name, folder) ?? { is: 'document', kind, slug: name.slice(0, -4), folder };
};

const yamlPlace = (file: string, parts: readonly string[]): Place | undefined => {
  const picture = /^(.*)\.ya?ml$/i.exec(file)?.[1] ?? '';
  if (pictureEnding.test(picture)) {
    if (!file.endsWith('.yaml')) return stray('has not the ending .yaml, and is not read.', `Name it ${picture}.yaml`);
    return { is: 'document', kind: 'photo-facts', slug: picture, folder: parts.slice(0, -1).join('/') };
  }
  if (file === 'fronts/home.yaml') return { is: 'document', kind: 'front', slug: 'home', folder: 'fronts' };
  if (file === 'gone.yaml') return { is: 'document', kind: 'gone', slug: 'gone', folder: '' };
  if (/^fronts\/home\.ya?ml$/i.test(file))
    return stray('is not the name of the front’s file.', 'Name it fronts/home.yaml');
  if (/^(?:[^/]*\/)?gone\.ya?ml$/i.test(file))
    return stray(
      'is not the name of the list of addresses taken down.',
      'Name it gone.yaml, directly in the content folder.',
    );
  return undefined;
};

/** What a path inside the content folder is; `undefined` for what is passed over in silence. */
export const placeOf = (path: string): Place | undefined => {
  const file = path.normalize('NFC');
  if (ignored.test(file)) return undefined;
  const parts = file.split('/');
  const [first = '', name = ''] = [parts[0], parts.at(-1)];
  if (/\.ya?ml$/i.test(name)) return yamlPlace(file, parts);
  if (pictureEnding.test(name)) return { is: 'picture' };
  if (first === 'articles') {
    const place = articlePlace(parts);
    if (place) return place;
  } else if (first in folders && Object.hasOwn(folders, first)) {
    const place = folderPlace(folders[first as keyof typeof folders], parts);
    if (place) return place;
  } else if (/\.mdx$/i.test(name) && first !== 'media') {
    const meant = parts.length > 1 ? nearest(first, folderNames) : undefined;
    const fix =
      meant === undefined
        ? `Move it into one of the folders ${folderNames.slice(0, -2).join(', ')}.`
        : `Name the folder ${meant}`;
    return stray('lies in no folder that the paper reads.', fix);
  }
  return assetEnding.test(name) ? { is: 'asset' } : undefined;
};

/** The problem of a file whose name keeps it from being read; `undefined` for any other. */
export const nameProblem = (file: string): Finding | undefined => {
  const place = placeOf(file);
  if (place?.is !== 'stray-problem') return undefined;
  return { file, line: 1, column: 1, field: 'file', message: place.message, fix: place.fix };
};
