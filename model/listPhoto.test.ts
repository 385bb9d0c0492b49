import { expect, test } from 'vitest';
import { articleForTests, photoForTests } from '#model/articleForTests';
import { listPhoto } from '#model/listPhoto';

test('H2 a list is not shared with a picture that is too small for it', () => {
  const small = { leadImage: { ...photoForTests, hash: 'small', width: 300, height: 200 } };
  expect(listPhoto([articleForTests(small), articleForTests(withPhoto('second'))])?.hash).toBe('second');
  expect(listPhoto([articleForTests(small)])).toBeUndefined();
});

const withPhoto = (hash: string) => ({ leadImage: { ...photoForTests, hash } });

test('a list is shared with its first picture, never one that was paid for or that readers are warned of', () => {
  const paid = { kind: 'sponsored', sponsor: { name: 'Acme', url: 'https://acme.example' } } as const;
  const list = [
    articleForTests(),
    articleForTests({ ...withPhoto('paid'), ...paid }),
    articleForTests({ ...withPhoto('hard'), warning: 'Hard to look at.' }),
    articleForTests(withPhoto('first')),
    articleForTests(withPhoto('second')),
  ];
  expect(listPhoto(list)?.hash).toBe('first');
  expect(listPhoto(list.slice(0, 3))).toBeUndefined();
});
