import { expect, test } from 'vitest';
import { watchSlowReaders } from '#edge/slowReaders';

const grace = 60_000;
const rate = 500;

/** A reader who takes so many bytes in a second of an answer of so many, looked at each five seconds for ten minutes. */
const secondsUntilEnded = (perSecond: number, length: number): number | undefined => {
  let ended = false;
  const socket = {
    bytesWritten: length,
    writableLength: length,
    destroy: () => {
      ended = true;
      return socket as never;
    },
  };
  const look = watchSlowReaders({ grace, rate });
  for (let second = 0; second <= 600; second += 5) {
    look([socket], second * 1000);
    if (ended) return second;
    socket.writableLength = Math.max(0, socket.writableLength - perSecond * 5);
  }
  return undefined;
};

test.each([
  ['a reader on a slow line of 2 kB a second', 2000, 1_000_000],
  ['a reader just above the least rate', 510, 1_000_000],
  ['a reader who takes a short answer at once', 100_000, 20_000],
])('%s is left in peace', (_, perSecond, length) => {
  expect(secondsUntilEnded(perSecond, length)).toBeUndefined();
});

test.each([
  ['a reader who takes nothing of a page', 0, 20_000, 100],
  ['a reader who takes a byte a second', 1, 20_000, 100],
  ['a reader who takes a byte a second of a picture, whose bytes get their time', 1, 200_000, 460],
])('%s is let go', (_, perSecond, length, second) => {
  expect(secondsUntilEnded(perSecond, length)).toBe(second);
});

test('what was taken in one piece is no fault: the system hands a large piece on as a whole', () => {
  let ended = false;
  const socket = { bytesWritten: 100_000, writableLength: 100_000, destroy: () => ((ended = true), socket as never) };
  const look = watchSlowReaders({ grace, rate });
  for (let second = 0; second < 250; second += 5) look([socket], second * 1000);
  socket.writableLength = 0;
  look([socket], 250_000);
  socket.bytesWritten = 200_000;
  socket.writableLength = 100_000;
  look([socket], 255_000);
  expect(ended).toBe(false);
});
