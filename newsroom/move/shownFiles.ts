/** Keeps the pictures and files that a document shows, whatever moves: where its own words would miss one, they name it wholly. */
import { basename } from 'node:path';
import type { Database } from '#archive/database';
import type { Reference } from '#archive/reading';
import { fileShown, fileShownAfter, showsFile, type Moved } from '#newsroom/move/companions';
import type { Edit } from '#newsroom/move/edits';
import { replaced, type Judge } from '#newsroom/move/mentions';

const counted = (files: readonly (string | undefined)[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const file of files) if (file !== undefined) found.set(file, (found.get(file) ?? 0) + 1);
  return found;
};

/** Every place where a text writes a file's name, with the path before it. */
const placesOf = (text: string, file: string): Edit[] => {
  const name = basename(file).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...text.matchAll(new RegExp(`[^\\s"'(){}[\\],:<>|]*${name}`, 'gu'))].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    text: `/${file}`,
  }));
};

/** Edits of a text after which it shows what it showed before. `before` is what the file pointed at where it lay. */
export const shownFileEdits = (
  { db, moved }: { readonly db: Database; readonly moved: Moved },
  text: string,
  before: readonly Reference[],
  { read, made = [] }: Omit<Judge, 'left'>,
): Edit[] => {
  const showing = (references: readonly Reference[]): Map<string, number> =>
    counted(references.filter(showsFile).map(({ to }) => fileShownAfter(db, moved, to)));
  const wanted = counted(
    before.filter(showsFile).map(({ to }) => {
      const file = fileShown(db, to);
      return file === undefined ? undefined : (moved.get(file) ?? file);
    }),
  );
  const edits: Edit[] = [];
  for (const [file, times] of wanted) {
    const left: Judge['left'] = ({ references }) => times - (showing(references).get(file) ?? 0);
    edits.push(...replaced(text, placesOf(text, file), { read, made: [...made, ...edits], left }));
  }
  return edits;
};
