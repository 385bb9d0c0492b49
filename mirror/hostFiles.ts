/** What plain files cannot say, in the two files that static hosts read: `_redirects` and `_headers`. */
import { knownAddress } from '#model/addresses';
import { readAddress } from '#edge/address';
import type { Redirect } from '#archive/questions';

/** Type of both files. */
export const hostFileType = 'text/plain; charset=utf-8';

/** What the redirect map is made of. */
export type RedirectFacts = {
  readonly redirects: readonly Redirect[];
  /** Addresses that were taken down; only where the publisher wants them to be listed. */
  readonly gone: readonly string[];
  /** Whether cards of older pieces were left out. */
  readonly cardsLeftOut: boolean;
};

const lineFor = ({ from, to }: Redirect): string | undefined => {
  const [asked, target] = [readAddress(encodeURI(from)), readAddress(encodeURI(to))];
  if (!asked || !target) return undefined;
  const query = [...new URLSearchParams(asked.search)].map(
    ([name, value]) => ` ${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return `${asked.path}${query.join('')} ${target.path} 301`;
};

const isPlain = (line: string): boolean => line.split(' ').length === 3;

/**
 * The redirect map in the format of Netlify and Cloudflare Pages: one line each, old address, new address, status. 301 is the
 * permanent redirect that both know. Lines with a query, and those of 410, are known to some hosts only and stand last.
 */
export const redirectsFile = ({ redirects, gone, cardsLeftOut }: RedirectFacts): string => {
  const lines = [...new Set(redirects.flatMap((redirect) => lineFor(redirect) ?? []))];
  const taken = gone.flatMap((address) => {
    const asked = readAddress(encodeURI(address));
    return asked && asked.search === '' ? [`${asked.path} /404.html 410`] : [];
  });
  return [
    '# Old addresses and where they lead. Written by `npm run mirror`.',
    ...lines.filter(isPlain),
    ...(cardsLeftOut ? ['/cards/* /icon-512.png 302'] : []),
    ...lines.filter((line) => !isPlain(line)),
    ...taken,
    '',
  ].join('\n');
};

/** Headers that a host says by itself, or that mean nothing where nobody answers a question anew. */
const ownOfTheSite = new Set([
  'cache-tag',
  'surrogate-control',
  'location',
  'content-length',
  'link',
  'content-language',
  'etag',
  'last-modified',
]);

/** Folders of files whose address names their bytes. */
const forEver = ['_next/static', 'islands', 'pictures', 'cards', 'files'] as const;

/** Kind of a file, by which its headers are kept, as a pattern of the header file: no two of them fit one address. */
export const kindOf = (address: string, type: string): string => {
  const folder = forEver.find((name) => address.startsWith(`/${name}/`));
  if (folder) return `/${folder}/*`;
  // The page of the sign-up form tells other sites less of where a reader was: what it says does not hold for all pages.
  if (type.startsWith('text/html')) return knownAddress(address)?.kind === 'newsletter' ? address : '/*';
  if (type.startsWith('text/markdown')) return '/*.md';
  const name = address.slice(address.lastIndexOf('/'));
  return name === address ? address : `/*${name}`;
};

/** What is kept of an answer for the header file. */
export const headersOf = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !ownOfTheSite.has(name)),
  );

/** What pages and files alike get: the policies of a page. They bind documents; a picture or a feed loses nothing by them. */
const everywhere = new Set([
  'content-security-policy',
  'content-usage',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'speculation-rules',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
]);

/** Written the way people write header names. */
const spelled = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());

const block = (pattern: string, headers: readonly (readonly [string, string])[]): string =>
  headers.length === 0
    ? ''
    : `${pattern}\n${headers.map(([name, value]) => `  ${spelled(name)}: ${value}`).join('\n')}\n`;

/** Types that every host says by itself, by ending. */
const usual: Readonly<Record<string, RegExp>> = {
  xml: /^(?:application|text)\/xml/,
  json: /^application\/json/,
  txt: /^text\/plain/,
  md: /^text\/markdown/,
};

const isUsual = (pattern: string, type: string): boolean => {
  const ending = pattern.slice(pattern.lastIndexOf('.') + 1);
  return usual[ending]?.test(type) ?? true;
};

/**
 * The header file. Where several rules fit, hosts join the values of one name, so no name stands in two rules that can fit the
 * same address: pages get no `Cache-Control`, since such hosts let browsers ask again by themselves.
 */
export const headersFile = (kinds: ReadonlyMap<string, Readonly<Record<string, string>>>): string => {
  const page = Object.entries(kinds.get('/*') ?? {}).filter(([name]) => everywhere.has(name));
  const others = [...kinds].filter(([pattern]) => pattern !== '/*').sort(([a], [b]) => (a < b ? -1 : 1));
  const rules = others.map(([pattern, headers]) => {
    const own = Object.entries(headers).filter(([name, value]) => {
      if (name === 'cache-control') return value.includes('immutable');
      if (name === 'content-type') return !isUsual(pattern, value);
      return name === 'x-robots-tag';
    });
    return block(pattern, own);
  });
  return ['# Headers of the publication. Written by `npm run mirror`.\n', block('/*', page), ...rules].join('');
};
