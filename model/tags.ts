/** Tags are words, in any case; each has one address. */

/** Longest name in an address, in code points. */
const longest = 80;

/**
 * The name of a tag in its address: lower case, hyphens between words, letters and digits of any script. "Women’s Rights"
 * and "womens rights" are one tag, `womens-rights`. Empty where the words hold neither letter nor digit.
 */
export const tagSlug = (words: string): string => {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['\u2018\u2019\u02bc\u200c\u200d]/gu, '')
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, '-')
    .replace(/(^|-)\p{M}+/gu, '$1');
  return [...plain.replace(/^-+|-+$/g, '')].slice(0, longest).join('').replace(/-+$/, '');
};
