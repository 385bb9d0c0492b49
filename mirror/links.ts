/** Which addresses each file names, all by their numbers: close to a million in a large paper, in one piece of memory. */

/** Links as they are written: how many each file has, in an order that the writer knows, and all of them behind each other. */
export type PackedLinks = { readonly counts: readonly number[]; readonly numbers: string };

/** Links from numbers to numbers. */
export type Links = {
  /** Notes to what a number leads; what it led to before is forgotten. */
  readonly set: (of: number, numbers: readonly number[]) => void;
  readonly each: (of: number, visit: (number: number) => void) => void;
  readonly some: (of: number, test: (number: number) => boolean) => boolean;
  /** The links of some numbers, in their order, each by the number that it is to have. */
  readonly pack: (owners: readonly number[], numbered: (number: number) => number) => PackedLinks;
};

/** The same numbers with room for more behind them. */
const roomier = (numbers: Int32Array, least: number): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(Math.max(least, numbers.length * 2));
  larger.set(numbers);
  return larger;
};

const unpacked = ({ counts, numbers }: PackedLinks): Int32Array<ArrayBuffer> => {
  const all = new Int32Array(counts.reduce((sum, count) => sum + count, 0));
  Buffer.from(all.buffer).write(numbers, 'base64');
  return all;
};

/** Opens what was packed for `owners`, or begins without any. */
export const openLinks = (owners: readonly number[] = [], packed: PackedLinks = { counts: [], numbers: '' }): Links => {
  let all = unpacked(packed);
  let length = all.length;
  let from = new Int32Array(Math.max(1024, owners.length * 2));
  let until = new Int32Array(from.length);
  const place = (of: number, begin: number, end: number): void => {
    if (of >= from.length) [from, until] = [roomier(from, of + 1), roomier(until, of + 1)];
    from[of] = begin;
    until[of] = end;
  };
  let at = 0;
  owners.forEach((owner, nth) => place(owner, at, (at += packed.counts[nth] ?? 0)));

  return {
    set: (of, numbers) => {
      const end = length + numbers.length;
      if (end > all.length) all = roomier(all, end);
      all.set(numbers, length);
      place(of, length, end);
      length = end;
    },
    each: (of, visit) => {
      const end = until[of] ?? 0;
      for (let next = from[of] ?? 0; next < end; next += 1) visit(all[next] ?? 0);
    },
    some: (of, test) => {
      const end = until[of] ?? 0;
      for (let next = from[of] ?? 0; next < end; next += 1) if (test(all[next] ?? 0)) return true;
      return false;
    },
    pack: (asked, numbered) => {
      const counts = asked.map((of) => (until[of] ?? 0) - (from[of] ?? 0));
      const packing = new Int32Array(counts.reduce((sum, count) => sum + count, 0));
      let filled = 0;
      for (const of of asked)
        for (let next = from[of] ?? 0; next < (until[of] ?? 0); next += 1) packing[filled++] = numbered(all[next] ?? 0);
      return { counts, numbers: Buffer.from(packing.buffer).toString('base64') };
    },
  };
};
