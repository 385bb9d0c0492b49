/** The request that is being answered, at hand wherever a route asks for it. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known while one request is answered. */
export type PresentRequest = {
  readonly headers: Headers;
  /** What was worked out for it, by the function that did so. */
  readonly found: Map<unknown, Map<string, unknown>>;
};

const present = new AsyncLocalStorage<PresentRequest>();

/** Answers a request. */
export const duringRequest = <Made>(headers: Headers, work: () => Made): Made =>
  present.run({ headers, found: new Map() }, work);

/** The request of whoever asks; `undefined` outside of one. */
export const presentRequest = (): PresentRequest | undefined => present.getStore();
