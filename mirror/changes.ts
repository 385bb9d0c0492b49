/** Which files must be asked for again, because an edition named what they show, or because their time is over. */
import { everyPage } from '#edge/reach';
import type { EditionChanges, Placement } from '#archive/questions';
import { askedForm } from '#mirror/articleAddress';
import type { Entry, Ledger, Reached } from '#mirror/ledger';

/** What is known of the changes since the folder was brought to an edition. */
export type Changes = {
  readonly reached: Reached | undefined;
  /** The editions since, oldest first. */
  readonly editions: readonly EditionChanges[];
  /** Where a public article stands now; `undefined` for what is not public. By decoded address. */
  readonly placement: (address: string) => Placement | undefined;
  readonly now: number;
};

/** Whether a file must be asked for again. `number` is that of its address in the ledger. */
export type Due = (address: string, number: number, entry: Entry) => boolean;

const isArticle = (address: string): boolean => /^\/\d{4}\/\d\d\/\d\d\/[^/]+$/.test(address);
const isNumbered = (address: string): boolean => /\/page\/\d+$/.test(address);

/** By numbers from 0: asked for each of a million links, where a look into a map would cost ten times as much. */
const asList = (byNumber: ReadonlyMap<number, number>): Int32Array => {
  let length = 0;
  for (const number of byNumber.keys()) length = Math.max(length, number + 1);
  const list = new Int32Array(length);
  for (const [number, value] of byNumber) list[number] = value;
  return list;
};

/**
 * Makes the question. An edition names the beginnings of lists (`/category/x`) with all that stands below them. Numbered pages
 * of a list differ only where an article that they show was changed, or where one came, went or moved, so that all after it
 * moved up; and an article that was edited where it stands moves nothing.
 */
export const dueAfter = (changes: Changes, { entries, relations }: Pick<Ledger, 'entries' | 'relations'>): Due => {
  const { reached, editions, placement, now } = changes;
  const { numberOf, names, under } = relations();
  const changed = new Map<number, number>();
  const changedArticles = new Map<number, number>();
  const moved = { lists: false, corrections: false };
  let everyPageIn = 0;
  for (const { number, changes: named } of editions)
    for (const name of named) {
      if (name === everyPage) {
        everyPageIn = number;
        continue;
      }
      const address = numberOf(askedForm(name));
      changed.set(address, number);
      if (isArticle(name)) changedArticles.set(address, number);
    }
  for (const name of new Set(editions.flatMap((edition) => edition.changes))) {
    if (!isArticle(name)) continue;
    const [before, after] = [entries.get(askedForm(name))?.place, placement(name)];
    if (before?.lists !== after?.lists) moved.lists = true;
    if ((before?.corrections ?? '') !== (after?.corrections ?? '')) moved.corrections = true;
  }
  const [changedIn, articlesIn] = [asList(changed), asList(changedArticles)];
  const hasMoved = (address: string): boolean =>
    !isNumbered(address) || (address.startsWith('/corrections/') ? moved.corrections : moved.lists);
  return (address, number, entry) => {
    if (entry.late || (entry.until ?? Infinity) <= now) return true;
    if (editions.length === 0) return false;
    const since = Math.max(entry.edition, reached?.number ?? 0);
    // What was not there may be there in any edition.
    if (entry.file === '' || everyPageIn > since) return true;
    return (
      names.some(number, (named) => (articlesIn[named] ?? 0) > since) ||
      (under.some(number, (name) => (changedIn[name] ?? 0) > since) && hasMoved(address))
    );
  };
};
