/** Names made from names: of files, of people. */

/** The printed name of something that has no file of its own: `amina-wafula` → "Amina Wafula". */
export const nameFromSlug = (slug: string): string =>
  slug
    .split('-')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLocaleUpperCase('en') + part.slice(1))
    .join(' ');

/** The first letters of a person's first and last name, at most two: "Wanjirũ Ngũgĩ" → "WN". */
export const initialsOf = (name: string): string => {
  const parts = name.split(/[\s-]+/u).filter((part) => /^\p{L}/u.test(part));
  const ends = parts.length > 1 ? [parts.at(0), parts.at(-1)] : parts;
  return ends
    .map((part) => [...(part ?? '')].at(0) ?? '')
    .join('')
    .toLocaleUpperCase('en');
};

/** A list in a sentence: "A", "A and B", "A, B and C". */
export const inSentence = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
