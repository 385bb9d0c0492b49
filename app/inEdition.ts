/** Keeps what several answers share, as long as the paper is the same: until the next edition, or until time alone changes it. */
import type { Archive } from '#archive/questions';
import type { Moment } from '#model/moment';

type Paper = { readonly number: number; readonly at: Moment; readonly from: Moment; readonly until: Moment };

/** Works something out unless it was for this edition. Whatever is remembered under a name must hang on that name alone. */
export type InEdition<Value> = (name: string, now: Moment, make: () => Value) => Value;

/** Remembers the last `most` things that were made. */
export const inEdition = <Value extends object>(
  archive: Pick<Archive, 'edition' | 'nextChange'>,
  most: number,
): InEdition<Value> => {
  const made = new Map<string, Value>();
  let paper: Paper | undefined;
  const isSame = (now: Moment): boolean => {
    const { number, at } = archive.edition();
    return paper?.number === number && paper.at === at && now >= paper.from && now < paper.until;
  };
  return (name, now, make) => {
    if (!isSame(now)) {
      made.clear();
      paper = { ...archive.edition(), from: now, until: archive.nextChange(now) ?? Infinity };
    }
    const known = made.get(name);
    if (known) return known;
    const value = make();
    if (made.size >= most) made.delete(made.keys().next().value ?? name);
    made.set(name, value);
    return value;
  };
};
