/** Finds the name that was meant where another was written. */

/** Steps (a letter added, dropped, changed, or two swapped) from one word to another; stops counting above `most`. */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
};

/** The nearest of the names, compared without case; `undefined` where none is within a third of the word. */
export const nearest = (written: string, names: Iterable<string>): string | undefined => {
  const word = written.slice(0, 60).toLowerCase();
  const most = word.length < 3 ? 0 : Math.min(3, Math.ceil(word.length / 3));
  let [best, steps]: [string | undefined, number] = [undefined, most + 1];
  for (const name of names) {
    const needed = distance(word, name.toLowerCase(), most);
    if (needed < steps) [best, steps] = [name, needed];
  }
  return best;
};
