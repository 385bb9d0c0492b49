/** Numbered pages of lists: how many stand on one, and which one an address asks for. */
import { notFound, permanentRedirect } from 'next/navigation';
import { checkPageNumber } from '#model/addressParts';
import type { Address } from '#model/article';

/** Articles on one page of a list. */
export const pageSize = 20;

/** Films on one page of videos, each with its words written out. */
export const filmsOnPage = 10;

/** Pages that so many items fill; a list without any has its first. */
export const pagesFor = (items: number, onPage: number): number => Math.max(1, Math.ceil(items / onPage));

/** The number a route got; page 1 has the list's own address and is redirected there, anything that is no number is not there. */
export const numberedPage = (text: string, first: Address): number => {
  const page = checkPageNumber(text);
  if (page === undefined) notFound();
  // A header holds ASCII only; names may hold letters of any script.
  if (page === 1) permanentRedirect(encodeURI(first));
  return page;
};

/** "Science", "Science, page 2": no two pages of a list have one title. */
export const numberedTitle = (title: string, page: number): string => (page > 1 ? `${title}, page ${page}` : title);
