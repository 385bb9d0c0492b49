import { expect, test } from 'vitest';
import { trailTo } from '#model/trail';

const science = { slug: 'science', title: 'Science', known: true };
const nowhere = { slug: 'nowhere', title: 'Nowhere', known: false };
const bridges = { slug: 'bridges', title: 'Bridges', known: true, part: 1 };
const lost = { slug: 'lost', title: 'Lost', known: false, part: 1 };

test.each([
  [{ category: science }, ['Home /', 'Science /category/science']],
  [{ category: science, series: bridges }, ['Home /', 'Science /category/science', 'Bridges /series/bridges']],
  [{ category: nowhere }, ['Home /', 'Nowhere']],
  [{ category: science, series: lost }, ['Home /', 'Science /category/science', 'Lost']],
  [{ category: nowhere, series: bridges }, ['Home /', 'Bridges /series/bridges']],
  [{ category: nowhere, series: lost }, ['Home /', 'Lost']],
])('P1 every step but the last has a page, and there are two at least: %j', (place, steps) => {
  expect(trailTo(place).map(({ name, href }) => [name, href].filter(Boolean).join(' '))).toEqual(steps);
});
