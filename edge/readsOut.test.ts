import { expect, test } from 'vitest';
import type { ReadCount } from '#edge/messages';
import { readsOut } from '#edge/readsOut';

/** A counter that holds what it is given, and a renderer that may be away. */
const carrying = (first: readonly ReadCount[]) => {
  let counted = first;
  let isThere = true;
  const told: { readonly load: number; readonly counts: readonly ReadCount[] }[] = [];
  const out = readsOut({
    counter: {
      take: () => {
        const taken = counted;
        counted = [];
        return taken;
      },
      putBack: (counts) => (counted = [...counted, ...counts]),
    },
    canTell: () => isThere,
    tell: (load) => void told.push(load),
  });
  return {
    ...out,
    told,
    away: (is: boolean) => void (isThere = !is),
    count: (more: ReadCount) => (counted = [...counted, more]),
  };
};

const bridge = { address: '/2026/10/15/bridge', hour: 0, reads: 2 };
const cat = { address: '/2026/10/15/cat', hour: 0, reads: 1 };

test('counts wait while nobody can keep them', () => {
  const out = carrying([bridge]);
  out.away(true);
  out.send();
  expect(out.told).toEqual([]);
  out.away(false);
  out.send();
  expect(out.told.map(({ counts }) => counts)).toEqual([[bridge]]);
});

test('what the database refused, and what died with the renderer, is sent again', () => {
  const out = carrying([bridge]);
  out.send();
  out.heard(1, false);
  out.send();
  out.lost();
  out.count(cat);
  out.send();
  out.heard(3, true);
  out.send();
  expect(out.told.map(({ counts }) => counts)).toEqual([[bridge], [bridge], [bridge, cat]]);
});

test('one load is on its way at a time, and an old word about another load changes nothing', () => {
  const out = carrying([bridge]);
  out.send();
  out.count(cat);
  out.send();
  out.heard(7, false);
  out.send();
  expect(out.told).toHaveLength(1);
  out.heard(1, true);
  out.send();
  expect(out.told.map(({ counts }) => counts)).toEqual([[bridge], [cat]]);
});

test('the end sends the rest and waits until it is kept', async () => {
  const out = carrying([bridge]);
  const finished = out.finish(60_000);
  await new Promise((next) => setImmediate(next));
  expect(out.told).toHaveLength(1);
  out.heard(1, true);
  await finished;
});
