/** What answers share is made once for an edition, and is never that of another edition or another moment. */
import { expect, test } from 'vitest';
import { inEdition } from './inEdition';

const open = (most = 2) => {
  const archive = { number: 1, at: 10, next: 100 as number | undefined };
  const made: string[] = [];
  const shared = inEdition<{ readonly name: string }>({ edition: () => archive, nextChange: () => archive.next }, most);
  const ask = (name: string, now: number): void => {
    const value = shared(name, now, () => {
      made.push(`${name} at ${now}`);
      return { name };
    });
    expect(value).toEqual({ name });
  };
  return { archive, made, ask };
};

test('it is made once, until another edition or an archive that was made anew', () => {
  const { archive, made, ask } = open();
  for (const now of [20, 21, 22]) ask('/tag/a', now);
  expect(made).toEqual(['/tag/a at 20']);
  archive.number = 2;
  ask('/tag/a', 23);
  archive.at = 11;
  ask('/tag/a', 24);
  expect(made).toEqual(['/tag/a at 20', '/tag/a at 23', '/tag/a at 24']);
});

test('a moment at which something opens or closes ends it, and a clock that is set back too', () => {
  const { archive, made, ask } = open();
  ask('/', 20);
  ask('/', 99);
  ask('/', 100);
  archive.next = undefined;
  ask('/', 15);
  ask('/', 1_000_000);
  expect(made).toEqual(['/ at 20', '/ at 100', '/ at 15']);
});

test('only so many are remembered, the last ones', () => {
  const { made, ask } = open();
  for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) ask(name, 20);
  expect(made).toEqual(['a at 20', 'b at 20', 'c at 20', 'a at 20']);
});
