/** What a language tag says about how its words are set. */

/** Scripts that run from right to left (ISO 15924), of those in use for news. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Direction in which a language is written, by its usual script: `ar`, `ur`, `he` and `ku-Arab` run from the right. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => {
  try {
    return rightToLeft.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    // A tag that is no language tag (RangeError) says nothing about direction.
    return 'ltr';
  }
};
