/** Carries the counts of reads to the process that keeps them: each minute, one load on the way at a time, none lost. */
import type { ReadCounter } from '#edge/readCounter';
import type { ReadCount, ServerMessage } from '#edge/messages';

/** What the way out needs. */
export type ReadsOutPlan = {
  readonly counter: Pick<ReadCounter, 'take' | 'putBack'>;
  /** Whether somebody is there to be told. */
  readonly canTell: () => boolean;
  readonly tell: (message: Extract<ServerMessage, { type: 'reads' }>) => void;
};

/** The way out. */
export type ReadsOut = {
  /** Sends what was counted, unless a load is still on its way or nobody is there. */
  readonly send: () => void;
  /** The other side kept the load, or could not. */
  readonly heard: (load: number, kept: boolean) => void;
  /** The other side is gone: what was on its way is sent to the next one. */
  readonly lost: () => void;
  /** Sends the rest and waits until it is kept, or for so many milliseconds. */
  readonly finish: (milliseconds: number) => Promise<void>;
};

/** Milliseconds between two loads. */
export const sendEvery = 60_000;

/** Opens the way. */
export const readsOut = ({ counter, canTell, tell }: ReadsOutPlan): ReadsOut => {
  let number = 0;
  let onWay: { readonly load: number; readonly counts: readonly ReadCount[] } | undefined;
  let arrived: () => void = () => undefined;

  const settle = (kept: boolean): void => {
    if (onWay && !kept) counter.putBack(onWay.counts);
    onWay = undefined;
    arrived();
  };
  const send = (): void => {
    if (onWay || !canTell()) return;
    const counts = counter.take();
    if (counts.length === 0) return;
    number += 1;
    onWay = { load: number, counts };
    tell({ type: 'reads', load: number, counts });
  };
  const settled = (): Promise<void> => (onWay ? new Promise((resolve) => (arrived = resolve)) : Promise.resolve());
  return {
    send,
    heard: (load, kept) => {
      if (onWay?.load === load) settle(kept);
    },
    lost: () => settle(false),
    finish: async (milliseconds) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
      const rest = async (): Promise<void> => {
        await settled();
        send();
        await settled();
      };
      await Promise.race([rest(), late]);
      clearTimeout(timer);
    },
  };
};
