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

const rightwardLetters =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Direction of a text by its first letter: what the browser does with `dir="auto"`. A text without letters runs from the left. */
export const directionOfWords = (text: string): 'ltr' | 'rtl' =>
  rightwardLetters.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

/** A language by the name that its own readers give it: `sw` is "Kiswahili". The tag itself where nobody knows it. */
export const nameOfLanguage = (tag: string): string => {
  try {
    const { language } = new Intl.Locale(tag);
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(language) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
};
