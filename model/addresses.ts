/** Every kind of address this paper has; an address that is none of these needs no renderer to be answered. */
import type { Address } from '#model/article';
import { wallClockParts } from '#model/dates';
import { feedFormatOf, type FeedOf } from '#model/feeds';
import type { Moment } from '#model/moment';

/** A year, a month or a day of the paper. */
export type Period = { readonly year: number; readonly month?: number; readonly day?: number };

/** Lists that have a page for each of their members, numbered pages and a page of all. */
export const listKinds = ['category', 'author', 'tag', 'series'] as const;

/** Name of such a list, which is also the first part of its addresses. */
export type ListKind = (typeof listKinds)[number];

/** What an address is, from its form alone; whether something is there only the archive knows. */
export type KnownAddress =
  | { readonly kind: 'front' }
  | { readonly kind: 'article'; readonly address: Address; readonly twin: boolean }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'list'; readonly list: ListKind }
  | { readonly kind: 'member'; readonly list: ListKind; readonly slug: string; readonly page: number }
  | { readonly kind: 'videos' | 'corrections'; readonly page: number }
  | { readonly kind: 'about'; readonly slug?: string }
  | { readonly kind: 'newsletter'; readonly step?: string }
  | { readonly kind: 'machine'; readonly name: string }
  | { readonly kind: 'feed'; readonly of?: NonNullable<FeedOf>; readonly name: string }
  | { readonly kind: 'picture' | 'card' | 'file' | 'static' | 'form' };

const two = (n: number): string => String(n).padStart(2, '0');

const paged = (base: string, page: number): Address => (page > 1 ? `${base}/page/${page}` : base);

/** `/category/science`, `/category/science/page/2`. */
export const categoryAddress = (slug: string, page = 1): Address => paged(`/category/${slug}`, page);
/** `/author/amina-wafula`, `/author/amina-wafula/page/2`. */
export const authorAddress = (slug: string, page = 1): Address => paged(`/author/${slug}`, page);
/** `/tag/photography`, `/tag/photography/page/2`. */
export const tagAddress = (slug: string, page = 1): Address => paged(`/tag/${slug}`, page);
/** `/series/ways-of-seeing`, `/series/ways-of-seeing/page/2`. */
export const seriesAddress = (slug: string, page = 1): Address => paged(`/series/${slug}`, page);

/** `/2026`, `/2026/10`, `/2026/10/15`. */
export const periodAddress = ({ year, month, day }: Period): Address =>
  [`/${String(year).padStart(4, '0')}`, month && two(month), month && day && two(day)].filter(Boolean).join('/');

/** The day of a moment on the wall clock of a zone. */
export const periodOf = (moment: Moment, timeZone: string): { year: number; month: number; day: number } => {
  const { year, month, day } = wallClockParts(moment, timeZone);
  return { year, month, day };
};

/** Names of files and of tags in an address: lower case letters, marks and digits of any script, hyphens, at most 80. */
const slugForm = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** Whether a part of an address can be the name of something. */
export const isSlug = (text: string): boolean =>
  [...text].length <= 80 && slugForm.test(text) && text === text.normalize('NFC');

const pageNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Reads the digits of a period; a year from 1000 to 9999, and only days that exist. */
export const checkPeriod = (parts: readonly string[]): Period | undefined => {
  const [y = '', m, d] = parts;
  if (!/^[1-9]\d{3}$/.test(y) || parts.length > 3) return undefined;
  const year = Number(y);
  if (m === undefined) return { year };
  const month = /^(0[1-9]|1[0-2])$/.test(m) ? Number(m) : undefined;
  if (month === undefined) return undefined;
  if (d === undefined) return { year, month };
  const day = /^(0[1-9]|[12]\d|3[01])$/.test(d) ? Number(d) : undefined;
  return day !== undefined && day <= daysIn(year, month) ? { year, month, day } : undefined;
};

const datedAddress = (parts: readonly string[]): KnownAddress | undefined => {
  const period = checkPeriod(parts.slice(0, 3));
  if (!period) return undefined;
  if (parts.length <= 3) return { kind: 'period', period };
  const name = parts[3] ?? '';
  if (parts.length > 4) return undefined;
  const twin = name.endsWith('.md');
  const slug = twin ? name.slice(0, -3) : name;
  return isSlug(slug) ? { kind: 'article', address: `/${[...parts.slice(0, 3), slug].join('/')}`, twin } : undefined;
};

const memberAddress = (list: ListKind, parts: readonly string[]): KnownAddress | undefined => {
  const [, slug, third, fourth] = parts;
  if (slug === undefined) return { kind: 'list', list };
  if (!isSlug(slug)) return undefined;
  if (third === undefined) return { kind: 'member', list, slug, page: 1 };
  if (parts.length === 3 && feedFormatOf(third)) return { kind: 'feed', of: { list, slug }, name: third };
  const page = third === 'page' && parts.length === 4 ? pageNumber(fourth) : undefined;
  return page === undefined ? undefined : { kind: 'member', list, slug, page };
};

const pagedAddress = (kind: 'videos' | 'corrections', parts: readonly string[]): KnownAddress | undefined => {
  const [, second = '', third] = parts;
  if (parts.length === 1) return { kind, page: 1 };
  if (parts.length === 2 && feedFormatOf(second)) return { kind: 'feed', of: { list: kind }, name: second };
  const page = second === 'page' && parts.length === 3 ? pageNumber(third) : undefined;
  return page === undefined ? undefined : { kind, page };
};

/** Files that machines look for by their names, without a slash before them. */
export const machineNames: readonly string[] = [
  'sitemap.xml',
  'news-sitemap.xml',
  'robots.txt',
  'license.xml',
  'llms.txt',
  'llms-full.txt',
  'site.webmanifest',
  '.well-known/security.txt',
];
const sitemapPart = /^sitemaps\/(?:news\/)?[a-z0-9-]{1,40}\.xml$/;

const namedAddress = (parts: readonly string[], path: string): KnownAddress | undefined => {
  const [first = '', second] = parts;
  switch (first) {
    case 'videos':
    case 'corrections':
      return pagedAddress(first, parts);
    case 'about':
      if (second === undefined) return { kind: 'about' };
      return parts.length === 2 && isSlug(second) ? { kind: 'about', slug: second } : undefined;
    case 'newsletter':
      if (second === undefined) return { kind: 'newsletter' };
      return parts.length === 2 && /^[a-z-]{1,40}$/.test(second) ? { kind: 'newsletter', step: second } : undefined;
    case 'pictures':
      return parts.length === 3 ? { kind: 'picture' } : undefined;
    case 'cards':
      return parts.length === 6 ? { kind: 'card' } : undefined;
    case 'files':
      return parts.length === 3 ? { kind: 'file' } : undefined;
    case 'islands':
      return parts.length === 2 ? { kind: 'static' } : undefined;
    case '_next':
      return second === 'static' ? { kind: 'static' } : undefined;
    case 'api':
      return parts.length <= 4 ? { kind: 'form' } : undefined;
    default:
      if (machineNames.includes(path) || sitemapPart.test(path)) return { kind: 'machine', name: path };
      return parts.length === 1 && feedFormatOf(first) ? { kind: 'feed', name: first } : undefined;
  }
};

/**
 * What kind of page lies at a decoded path (`/2026/10/15/harbour-bridge-reopens`), or `undefined` for an address that this
 * paper never has, whatever is published. Files in `public/` are not listed here: the front door knows them by name.
 */
export const knownAddress = (path: string): KnownAddress | undefined => {
  if (path === '/') return { kind: 'front' };
  const parts = path.slice(1).split('/');
  if (!path.startsWith('/') || parts.some((part) => part === '') || path.length > 400) return undefined;
  const list = listKinds.find((kind) => kind === parts[0]);
  if (list) return memberAddress(list, parts);
  return /^\d/.test(parts[0] ?? '') ? datedAddress(parts) : namedAddress(parts, path.slice(1));
};

/** Whether the page at an address has feeds of its own: the front, a member of a list, corrections, videos; no page 2. */
export const hasFeeds = (address: Address): boolean => {
  const known = knownAddress(address);
  switch (known?.kind) {
    case 'front':
      return true;
    case 'member':
    case 'videos':
    case 'corrections':
      return known.page === 1;
    default:
      return false;
  }
};

/** Whether it is the address of a file or of a form, which has one form only: no page, and nothing that another one may mean. */
export const isFileOrForm = (known: KnownAddress | undefined): boolean => {
  switch (known?.kind) {
    case 'form':
    case 'picture':
    case 'card':
    case 'file':
    case 'static':
      return true;
    default:
      return false;
  }
};
