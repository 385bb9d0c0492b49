/** The number of a page as it stands in an address. */

/** A whole number from 1 without leading zeros, at most nine digits; anything else is no page. */
export const checkPageNumber = (text: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
