/** Keeps costly work on pictures to a few pieces at a time, so that a flood of requests cannot take the machine. */

/** Thrown where so many pieces already wait that another would only come too late. */
export class TooManyWaiting extends Error {
  constructor() {
    super('too many pictures are waiting to be made');
  }
}

/** Runs a piece of work when its turn comes. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `limit` pieces run at once and at most `waiting` stand in line, first come first served; others throw `TooManyWaiting`. */
export const fewAtOnce = (limit: number, waiting = Infinity): InTurn => {
  const line: (() => void)[] = [];
  let running = 0;
  const turn = async (): Promise<void> => {
    if (running < limit) {
      running += 1;
      return;
    }
    if (line.length >= waiting) throw new TooManyWaiting();
    // The one who leaves hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => line.push(resolve));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
