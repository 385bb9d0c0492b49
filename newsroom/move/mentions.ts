/** Mends what points at an address: links of every kind, pins and relations, and nothing that is only words. */
import type { Reading } from '#archive/reading';
import { edited, type Edit } from '#newsroom/move/edits';

/** Reads a text as the document that it is or becomes. */
export type ReadText = (text: string) => Pick<Reading, 'references' | 'problems'>;

/** Places tried in one file at most; each costs a reading of it. */
const mostTries = 400;

/** Kinds of reference that hold an address of the paper. */
const pointing: readonly string[] = ['link', 'related', 'translation', 'pin'];

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
};

/** An address as it is pointed at, without fragment, query, closing slash and the ending of its Markdown twin. */
export const pointedAt = (target: string): string =>
  decoded(target.replace(/[?#].*$/s, ''))
    .replace(/(.)\/+$/, '$1')
    .replace(/\.md$/, '');

/** Whether a reference points at an address. */
export const pointsAt = ({ what, to }: { readonly what: string; readonly to: string }, address: string): boolean =>
  pointing.includes(what) && pointedAt(to) === address;

// The path alone: what follows it (`?`, `#`, `.md`, a slash) and what stands before it (the site's own name) is kept.
const datedPath = /\/\d{4}\/\d\d\/\d\d\/[^\s()<>[\]{}"'`|\\,;:/?#]+/gu;

/** Every place of a text that reads like an address. */
const placesOf = (text: string, address: string): Edit[] =>
  [...text.matchAll(datedPath)].flatMap((found): Edit[] => {
    const path = found[0].replace(/\.md$/, '').replace(/[.*_~!]+$/, '');
    return decoded(path) === address ? [{ from: found.index, to: found.index + path.length, text: path }] : [];
  });

/** Who judges whether a replacement is right. */
export type Judge = {
  readonly read: ReadText;
  /** Edits that are made in any case. */
  readonly made?: readonly Edit[];
  /** How much of what is to be replaced the reader still sees. */
  readonly left: (reading: ReturnType<ReadText>) => number;
};

/**
 * Replaces each of some places where the reader then sees less of what is to go, and no new problem: a place in code, or in
 * words that are no link, is left as it is.
 */
export const replaced = (text: string, places: readonly Edit[], { read, made = [], left }: Judge): Edit[] => {
  const kept: Edit[] = [];
  let now = read(edited(text, made));
  for (const place of places.slice(0, mostTries)) {
    if (left(now) === 0) break;
    const then = read(edited(text, [...made, ...kept, place]));
    if (left(then) >= left(now) || then.problems.length > now.problems.length) continue;
    kept.push(place);
    now = then;
  }
  return kept;
};

/** Edits that let everything in a text that points at `from` point at `to`, besides those that are made in any case. */
export const mentionEdits = (
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
  { read, made = [] }: Omit<Judge, 'left'>,
): Edit[] => {
  const places = placesOf(text, from).map((place) => ({
    ...place,
    text: place.text.includes('%') ? encodeURI(to) : to,
  }));
  const left: Judge['left'] = ({ references }) => references.filter((each) => pointsAt(each, from)).length;
  return replaced(text, places, { read, made, left });
};
