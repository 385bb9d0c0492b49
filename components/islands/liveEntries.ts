/** Entries of running coverage: which are new, and how the shown ones become those of a newer page. */

/** How two states of the coverage differ. */
export type News = { readonly added: number; readonly changed: boolean };

const entriesOf = (list: Element): readonly Element[] => [...list.children];

/** Compares what is shown with what a newer page says. */
export const newsIn = (shown: Element, fresh: Element): News => {
  const known = new Map(entriesOf(shown).map((entry) => [entry.id, entry]));
  const entries = entriesOf(fresh);
  const kept = entries.filter(({ id }) => known.has(id));
  return {
    added: entries.length - kept.length,
    changed: kept.length < known.size || kept.some((entry) => known.get(entry.id)?.isEqualNode(entry) === false),
  };
};

/** Shows the newer state. An entry that says what it said stays as it is, with the film that plays in it. Gives the first new one. */
export const takeOver = (shown: Element, fresh: Element): HTMLElement | undefined => {
  const known = new Map(entriesOf(shown).map((entry) => [entry.id, entry]));
  const next = entriesOf(fresh).map((entry) => {
    const mine = known.get(entry.id);
    return mine?.isEqualNode(entry) ? mine : document.importNode(entry, true);
  });
  const staying = new Set(next);
  for (const entry of known.values()) if (!staying.has(entry)) entry.remove();
  next.forEach((entry, place) => {
    const there = shown.children[place] ?? null;
    if (there !== entry) shown.insertBefore(entry, there);
  });
  return next.find((entry): entry is HTMLElement => entry instanceof HTMLElement && !known.has(entry.id));
};
