/** Links come back as they were noted, however many there are and whatever was noted in between. */
import { expect, test } from 'vitest';
import { openLinks, type Links } from '#mirror/links';

const of = (links: Links, owner: number): readonly number[] => {
  const found: number[] = [];
  links.each(owner, (number) => found.push(number));
  return found;
};

test('each number leads where it was last said to lead, and one of which nothing was said leads nowhere', () => {
  const links = openLinks();
  links.set(3, [1, 2]);
  links.set(70_000, [3]);
  links.set(3, [9, 8, 7]);
  expect([of(links, 3), of(links, 70_000), of(links, 4), of(links, 1_000_000)]).toEqual([[9, 8, 7], [3], [], []]);
  expect(links.some(3, (number) => number === 7)).toBe(true);
  expect(links.some(3, (number) => number === 1)).toBe(false);
});

test('a hundred thousand links are the same after they were written and read', () => {
  const links = openLinks();
  const owners = Array.from({ length: 2000 }, (_, nth) => nth * 3);
  for (const owner of owners)
    links.set(
      owner,
      Array.from({ length: owner % 101 }, (_, nth) => owner * 7 + nth),
    );
  links.set(6, [1]);
  const written = JSON.stringify(links.pack(owners, (number) => number + 1));
  const again = openLinks(owners, JSON.parse(written) as ReturnType<Links['pack']>);
  expect(owners.map((owner) => of(again, owner).map((number) => number - 1))).toEqual(
    owners.map((owner) => of(links, owner)),
  );
  again.set(0, [5, 5]);
  expect([of(again, 0), of(again, 6)]).toEqual([[5, 5], [2]]);
});
