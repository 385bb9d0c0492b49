/** Which files must be asked for again, because an edition named what they show, or because their time is over. */
import { readAddress } from '#edge/address';
import { namesFor } from '#edge/reach';
import type { EditionChanges, Placement } from '#archive/questions';
import { articleAt } from '#mirror/articleAddress';
import type { Entry, Reached } from '#mirror/ledger';

/** What editions call every page. */
const everyPage = '*';

/** What is known of the changes since the folder was brought to an edition. */
export type Changes = {
  readonly reached: Reached | undefined;
  /** The editions since, oldest first. */
  readonly editions: readonly EditionChanges[];
  /** Where a public article stands now; `undefined` for what is not public. By decoded address. */
  readonly placement: (address: string) => Placement | undefined;
  readonly now: number;
};

/** Whether a file must be asked for again. */
export type Due = (address: string, entry: Entry) => boolean;

const isArticle = (address: string): boolean => /^\/\d{4}\/\d\d\/\d\d\/[^/]+$/.test(address);
const isNumbered = (address: string): boolean => /\/page\/\d+$/.test(address);

const encoded = (address: string): string => readAddress(encodeURI(address))?.path ?? address;

/**
 * Makes the question. An edition names the beginnings of lists (`/category/x`) with all that stands below them. Numbered pages
 * of a list differ only where an article that they show was changed, or where one came, went or moved, so that all after it
 * moved up; and an article that was edited where it stands moves nothing.
 */
export const dueAfter = (changes: Changes, entries: ReadonlyMap<string, Entry>): Due => {
  const { reached, editions, placement, now } = changes;
  const changedIn = new Map<string, number>();
  for (const { number, changes: names } of editions) for (const name of names) changedIn.set(name, number);
  const articles = new Map(
    [...changedIn].filter(([name]) => isArticle(name)).map(([name, number]) => [encoded(name), number]),
  );
  const moved = { lists: false, corrections: false };
  for (const name of changedIn.keys()) {
    if (!isArticle(name)) continue;
    const [before, after] = [entries.get(encoded(name))?.place, placement(name)];
    if (before?.lists !== after?.lists) moved.lists = true;
    if ((before?.corrections ?? '') !== (after?.corrections ?? '')) moved.corrections = true;
  }
  const isNamed = (address: string, since: number): boolean => {
    const article = articleAt(address);
    if (article !== undefined) return (changedIn.get(article) ?? 0) > since;
    const asked = readAddress(address);
    if (!asked || !namesFor(asked).some((name) => (changedIn.get(name) ?? 0) > since)) return false;
    if (!isNumbered(address)) return true;
    return address.startsWith('/corrections/') ? moved.corrections : moved.lists;
  };
  return (address, entry) => {
    if (entry.late || (entry.until ?? Infinity) <= now) return true;
    if (changedIn.size === 0) return false;
    const since = Math.max(entry.edition, reached?.number ?? 0);
    // What was not there may be there in any edition.
    if (entry.file === '') return true;
    if ((changedIn.get(everyPage) ?? 0) > since) return true;
    return entry.names.some((name) => (articles.get(name) ?? 0) > since) || isNamed(address, since);
  };
};
