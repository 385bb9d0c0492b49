import { expect, test } from 'vitest';
import { fewAtOnce, TooManyWaiting } from '#archive/pictures/fewAtOnce';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

test('no more than the limit run at once, all get their turn, in order', async () => {
  const inTurn = fewAtOnce(3);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const work = async (n: number) => {
    most = Math.max(most, (running += 1));
    await pause();
    running -= 1;
    done.push(n);
  };
  await Promise.all(Array.from({ length: 20 }, (_, n) => inTurn(() => work(n))));
  expect(most).toBe(3);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test('whoever comes to a full line is sent away at once, and the line goes on', async () => {
  const inTurn = fewAtOnce(1, 2);
  const answers = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => inTurn(() => pause().then(() => n))));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(answers[4]).toMatchObject({ reason: expect.any(TooManyWaiting) });
  expect(await inTurn(() => Promise.resolve('again'))).toBe('again');
});

test('work that fails gives its place up', async () => {
  const inTurn = fewAtOnce(1);
  for (let i = 0; i < 3; i += 1) await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(() => Promise.resolve(1))).toBe(1);
});
