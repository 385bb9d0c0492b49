/** Renews kept pages behind their readers: what an edition named at once, everything else when there is time, hot ones first. */
import type { AskedAddress } from '#edge/address';

/** Who waits to be renewed. */
type Waiting = { readonly key: string; readonly asked: AskedAddress; readonly heat: number; readonly urgent: boolean };

/** The queue of renewals. */
export type Renewals = {
  /** `heat`: readers since the page was made. */
  readonly add: (key: string, asked: AskedAddress, heat: number) => void;
  readonly addUrgent: (key: string, asked: AskedAddress, heat: number) => void;
};

/** How renewing is done; a renewal that fails is somebody else's to note. */
export type RenewalsPlace = { readonly renew: (key: string, asked: AskedAddress) => Promise<unknown> };

/** Pages that wait at most; the coldest are left to their next reader. */
const mostWaiting = 2000;
/** Named pages that are made at the same time: two keep the renderer busy while an answer travels. */
const atOnce = 2;

/** Opens the queue. */
export const openRenewals = ({ renew }: RenewalsPlace): Renewals => {
  const urgent = new Map<string, Waiting>();
  const quiet = new Map<string, Waiting>();
  let running = 0;
  let resting = false;

  const hottest = (waiting: ReadonlyMap<string, Waiting>): Waiting | undefined => {
    let best: Waiting | undefined;
    for (const one of waiting.values()) if (!best || one.heat > best.heat) best = one;
    return best;
  };

  const take = (): Waiting | undefined => {
    // What is not urgent leaves the renderer half of its time for readers who wait.
    const next = hottest(urgent) ?? (running === 0 && !resting ? hottest(quiet) : undefined);
    if (next) (next.urgent ? urgent : quiet).delete(next.key);
    return next;
  };

  const go = (): void => {
    while (running < atOnce) {
      const next = take();
      if (!next) return;
      running += 1;
      void work(next);
    }
  };

  const work = async (next: Waiting): Promise<void> => {
    const began = performance.now();
    try {
      await renew(next.key, next.asked);
    } catch {
      // Noted where it was made; the old copy stands.
    }
    running -= 1;
    if (!next.urgent) {
      resting = true;
      setTimeout(() => ((resting = false), go()), performance.now() - began).unref();
    }
    go();
  };

  const adding =
    (to: Map<string, Waiting>, isUrgent: boolean) =>
    (key: string, asked: AskedAddress, heat: number): void => {
      if (to.has(key) || to.size >= mostWaiting) return;
      to.set(key, { key, asked, heat, urgent: isUrgent });
      go();
    };
  return { add: adding(quiet, false), addUrgent: adding(urgent, true) };
};
