/** Git's marks of two versions that were not merged: one problem for the whole conflict. */
import type { Sheet } from '#archive/frontMatter/sheet';

const conflict = /^<{7}(?: |\r?$)[^]*?(?:^>{7}(?: [^\n]*)?\r?$|(?![^]))/m;

/** Tells of the first conflict of a stretch; answers whether there is one. */
export const tellConflict = (sheet: Sheet, from: number, to: number): boolean => {
  const source = sheet.text.slice(from, to);
  const merge = source.includes('<<<<<<<') ? conflict.exec(source) : null;
  if (!merge) return false;
  const at = from + merge.index;
  const last = sheet.lines.place(at + merge[0].length).line;
  const fix = 'Keep the lines that are right and remove the marks.';
  sheet.problem(at, 'front matter', `holds two versions that were not merged (to line ${last}).`, fix);
  return true;
};
