/** How a route ends that makes no page: by words of its own to whoever asked it. */

/** Next answers instead; the message says why. */
export class LeftToNext extends Error {}

/** Nothing lies there. */
export class NotThere extends Error {}

/** What lay there lies at another address for ever. */
export class Elsewhere extends Error {
  constructor(readonly to: string) {
    super(`it leads to ${to}`);
  }
}
