/** Which numbered pages are asked for again: those whose rows moved, and no others. */
import { expect, test } from 'vitest';
import { dueAfter } from '#mirror/changes';
import type { Entry } from '#mirror/ledger';
import { openRelations } from '#mirror/relations';

type Place = NonNullable<Entry['place']>;

const entry = (place?: Place): Entry => ({
  file: 'x',
  hash: 'h',
  bytes: 1,
  type: 'text/html',
  edition: 1,
  ...(place && { place }),
});
const piece = '/2026/10/15/piece';
const listed = ['/category/counties/page/2', '/corrections/page/2'];

/** Numbered pages that are due after an edition in which the piece went from one place to another. */
const due = (before: Place | undefined, after: Place | undefined): readonly string[] => {
  const entries = new Map([
    ...(before ? [[piece, entry(before)] as const] : []),
    ...listed.map((address) => [address, entry()] as const),
  ]);
  const relations = openRelations();
  const { numberOf } = relations;
  for (const address of listed)
    relations.set(numberOf(address), {
      names: [numberOf('/2026/10/14/other')],
      under: [numberOf(address), numberOf(address.replace('/page/2', ''))],
    });
  const isDue = dueAfter(
    {
      reached: { number: 1, at: 1 },
      editions: [{ number: 2, changes: [piece, '/', '/category/counties', '/corrections'] }],
      placement: (address) => (address === piece ? after : undefined),
      now: 2,
    },
    { entries, relations: () => relations },
  );
  return [...entries]
    .filter(([address, each]) => address !== piece && isDue(address, numberOf(address), each))
    .map(([address]) => address);
};

test('a new piece moves the pages of its lists, and those of corrections only where it brings one', () => {
  expect(due(undefined, { lists: '1', corrections: '' })).toEqual(['/category/counties/page/2']);
  expect(due(undefined, { lists: '1', corrections: '[1,5]' })).toEqual(listed);
});

test('an edit where the piece stands moves nothing; a correction that is added moves those of corrections alone', () => {
  expect(due({ lists: '1', corrections: '' }, { lists: '1', corrections: '' })).toEqual([]);
  expect(due({ lists: '1', corrections: '' }, { lists: '1', corrections: '[1,5]' })).toEqual(['/corrections/page/2']);
});

test('a piece that goes takes its place in lists and its corrections along', () => {
  expect(due({ lists: '1', corrections: '' }, undefined)).toEqual(['/category/counties/page/2']);
  expect(due({ lists: '1', corrections: '[1,5]' }, undefined)).toEqual(listed);
});
