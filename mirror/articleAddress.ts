/** Tells by its form alone to which article an address of the mirror belongs: a run asks that of each of its files. */
import { readAddress } from '#edge/address';

/** The article whose page or twin in Markdown lies at an address, decoded. Addresses are in their one form (`AskedAddress.path`). */
export const articleAt = (address: string): string | undefined => {
  const article = /^(\/\d{4}\/\d\d\/\d\d\/[^/]+?)(?:\.md)?$/.exec(address)?.[1];
  return article?.includes('%') ? decodeURI(article) : article;
};

/** The article whose share card lies at an address, decoded; `undefined` where none does. */
export const articleOfCard = (address: string): string | undefined => {
  const article = /^\/cards\/[^/]+(\/.+)\.\w+$/.exec(address)?.[1];
  return article?.includes('%') ? decodeURI(article) : article;
};

/** Signs that no encoding changes: most addresses have no others. */
const plain = /^(?:\/[\w.-]+)+$/;

/** A decoded address that is in its one form as it stands. */
export const isPlain = (address: string): boolean => plain.test(address) && address === address.toLowerCase();

/** A decoded address in the form in which it is asked for; one that needs a query has none. */
export const askedForm = (address: string): string => {
  if (isPlain(address)) return address;
  const asked = readAddress(encodeURI(address));
  return asked?.search === '' ? asked.path : address;
};
