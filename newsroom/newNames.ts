/** Names for new files: from words, unlike every name that is there already. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSlug } from '#model/addresses';
import { tagSlug } from '#model/tags';

/** Longest name of a file, in code points; a number that makes it unique must fit too. */
const longest = 80;
/** Names made from words end at a word; below this length the cut word is kept as it is. */
const fewest = 40;

const cut = (slug: string, most: number): string => {
  const signs = [...slug];
  if (signs.length <= most) return slug;
  const head = signs.slice(0, most).join('');
  const word = head.lastIndexOf('-');
  return (signs[most] !== '-' && word >= fewest ? head.slice(0, word) : head).replace(/-+$/, '');
};

/** The name that words make, ending at a whole word; `otherwise` where they hold neither letter nor digit. */
export const nameFromWords = (words: string, otherwise: string): string => {
  // Longer than any name, so that the cut is made here and at a word.
  const parts = words.split(/\s+/u).map(tagSlug).filter(Boolean);
  const slug = cut(parts.join('-'), longest);
  return isSlug(slug) ? slug : otherwise;
};

const entriesOf = (folder: string): string[] => {
  try {
    return readdirSync(folder).map((name) => name.normalize('NFC'));
  } catch {
    // Not there yet: nothing is taken.
    return [];
  }
};

/** Whether a document or a folder of live entries in a folder has this name. */
export const isTaken = (folder: string, slug: string): boolean =>
  entriesOf(folder).some((name) => /^(.+?)\.(?:mdx?|updates)$/i.exec(name)?.[1]?.toLowerCase() === slug);

/** The name, or with the first number behind it that is free. */
export const freeName = (slug: string, isFree: (slug: string) => boolean): string => {
  for (let nth = 1; ; nth += 1) {
    const end = nth === 1 ? '' : `-${nth}`;
    const name = cut(slug, longest - end.length) + end;
    if (isFree(name)) return name;
  }
};

/** Whether an address is spoken of where another file may claim it: in `gone.yaml`, or as an alias on the same day. */
export const isClaimed = (contentDir: string, dayFolder: string, address: string): boolean => {
  const files = entriesOf(join(contentDir, dayFolder)).map((name) => join(dayFolder, name));
  return ['gone.yaml', ...files].some((file) => {
    try {
      const text = readFileSync(join(contentDir, file), 'utf8').normalize('NFC');
      return text.split(/[\s,[\]{}"']+/).includes(address);
    } catch {
      // Not there, or a folder: it claims nothing.
      return false;
    }
  });
};
