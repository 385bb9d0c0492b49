/** Parts of an address as a route gets them, still as text of a stranger. */
import { isSlug } from '#model/addresses';

/** A page's number: whole, from 1, without leading zeros, at most nine digits; anything else is no page. */
export const checkPageNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** A name of a file or tag; letters beyond ASCII stand percent-encoded in the address. Anything else names nothing. */
export const checkSlug = (text: string): string | undefined => {
  try {
    const slug = decodeURIComponent(text);
    return isSlug(slug) ? slug : undefined;
  } catch {
    // A malformed escape (URIError) names nothing.
    return undefined;
  }
};
