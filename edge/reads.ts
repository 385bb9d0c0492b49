/** Puts the counting of reads together: what looks at answers, and what carries the counts away. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from '#edge/trustedProxies';
import type { AskedAddress } from '#edge/address';
import { createReadCounter } from '#edge/readCounter';
import { readerAddress } from '#edge/readerAddress';
import { readsOut, sendEvery } from '#edge/readsOut';
import type { ReadsOut, ReadsOutPlan } from '#edge/readsOut';

/** What counting needs; `now`: milliseconds since 1970 UTC by the site's clock. */
export type ReadsPlan = Pick<ReadsOutPlan, 'canTell' | 'tell'> & {
  readonly now: () => number;
  /** Proxies that may say for whom they ask. */
  readonly trusted: TrustedProxies;
};

/** The counting of one front door. */
export type Reads = Pick<ReadsOut, 'heard' | 'lost' | 'finish'> & {
  /** Told of an answer after it went out. Never throws. */
  readonly answered: (
    request: IncomingMessage,
    asked: AskedAddress | undefined,
    sent: { readonly status: number },
  ) => void;
};

/** Bytes of a day's salt. */
const saltLength = 32;

/** Begins to count. */
export const openReads = ({ now, trusted, canTell, tell }: ReadsPlan): Reads => {
  const counter = createReadCounter({ now, salt: () => randomBytes(saltLength) });
  const out = readsOut({ counter, canTell, tell });
  const timer = setInterval(out.send, sendEvery).unref();
  return {
    answered: (request, asked, { status }) => {
      const { method, headers } = request;
      const remote = readerAddress(request, trusted);
      counter.count({ method, headers, remote, connection: request.socket, known: asked?.known, status });
    },
    heard: out.heard,
    lost: out.lost,
    finish: (milliseconds) => {
      clearInterval(timer);
      return out.finish(milliseconds);
    },
  };
};
