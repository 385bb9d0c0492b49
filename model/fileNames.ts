/** Names of files: letters and digits of any script, lower case, hyphens, at most 80. */
import { isSlug } from '#model/addresses';
import { tagSlug } from '#model/tags';

/** Why words cannot be the name of a file, and the name that was probably meant. */
export type NameFault = { readonly message: string; readonly write?: string };

const faultOf = (name: string): string => {
  if (/[\\/]/.test(name)) return 'is a path; only the name of the file is written here';
  if (/\.(?:mdx?|ya?ml)$/i.test(name)) return 'has the ending of the file, which is left out';
  if (/\s/.test(name)) return 'has blanks; names of files have hyphens';
  if ([...name].length > 80) return 'is longer than 80 characters';
  if (name !== name.toLowerCase()) return 'has capitals; names of files are lower case';
  return 'is no name of a file: letters, digits and single hyphens';
};

/** The nearest name that a file could have. */
export const fileNameFrom = (words: string): string =>
  tagSlug((words.split(/[\\/]/).findLast((part) => part !== '') ?? '').replace(/\.(?:mdx?|ya?ml)$/i, ''));

/** What is wrong with words as the name of a file; `undefined` where nothing is. Words are compared in NFC. */
export const fileNameFault = (words: string): NameFault | undefined => {
  if (isSlug(words.normalize('NFC'))) return undefined;
  const write = fileNameFrom(words);
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return { message: `"${shown}" ${faultOf(words)}.`, ...(write !== '' && { write }) };
};
