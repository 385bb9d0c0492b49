/** Mends what points at an address: links of every kind, pins and relations, and nothing that is only words. */
import type { Reading } from '#archive/reading';
import type { Address } from '#model/article';
import { plainOldAddress } from '#model/oldAddress';
import { meantBy } from '#model/strayForms';
import { edited, type Edit } from '#newsroom/move/edits';

/** Reads a text as the document that it is or becomes. */
export type ReadText = (text: string) => Pick<Reading, 'references' | 'problems'>;

/** Places tried in one file at most; each costs a reading of it. */
const mostTries = 400;

/** Kinds of reference that hold an address of the paper. */
const pointing: readonly string[] = ['link', 'related', 'translation', 'pin'];

/** Whether an address is a piece's own or old one: then it means that piece, however else it could be read. */
export type IsTaken = (address: Address) => boolean;

/** The addresses that a written one may mean, as the front door reads it, without its query, fragment and the ending of a twin. */
const formsOf = (target: string): readonly Address[] => {
  const plain = plainOldAddress(target.replace(/[?#].*$/s, ''));
  return [plain, ...meantBy(plain)].map((form) => form.replace(/\.md$/, ''));
};

/** What is pointed at. */
export type Aim = { readonly address: Address; readonly isTaken: IsTaken };

/** Whether a written address means the one aimed at: none that it means rather is taken. */
const means = (target: string, { address, isTaken }: Aim): boolean => {
  const forms = formsOf(target);
  const nth = forms.indexOf(address);
  return nth >= 0 && !forms.slice(0, nth).some(isTaken);
};

/** Whether a reference points at an address. */
export const pointsAt = ({ what, to }: { readonly what: string; readonly to: string }, aim: Aim): boolean =>
  pointing.includes(what) && means(to, aim);

// The path alone, with what former systems put around it: what follows (`?`, `#`, a slash) and the site's own name are kept.
const datedPath =
  /(?:\/amp)?\/\d{4}\/\d\d\/\d\d\/[^\s()<>[\]{}"'`|\\,;:/?#]+(?:\/(?:amp|index\.(?:html?|php))(?![\p{L}\p{N}-]))*/giu;

/** Every place of a text that reads like an address. */
const placesOf = (text: string, aim: Aim): Edit[] =>
  [...text.matchAll(datedPath)].flatMap((found): Edit[] => {
    const path = found[0].replace(/\.md$/, '').replace(/[.*_~!]+$/, '');
    return means(path, aim) ? [{ from: found.index, to: found.index + path.length, text: path }] : [];
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
  { from, to, isTaken }: { readonly from: Address; readonly to: Address; readonly isTaken: IsTaken },
  { read, made = [] }: Omit<Judge, 'left'>,
): Edit[] => {
  const aim: Aim = { address: from, isTaken };
  const places = placesOf(text, aim).map((place) => ({
    ...place,
    text: place.text.includes('%') ? encodeURI(to) : to,
  }));
  const left: Judge['left'] = ({ references }) => references.filter((each) => pointsAt(each, aim)).length;
  return replaced(text, places, { read, made, left });
};
