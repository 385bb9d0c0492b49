/** Lets the body of a webhook go by: all of it to who proves it, only its beginning into memory. */
import type { IncomingMessage } from 'node:http';

/** How the reading ended. */
export type BodyEnd =
  /** `kept`: the whole; absent where it was longer than what may be kept. */
  { readonly is: 'whole'; readonly kept?: Buffer } | { readonly is: 'tooLarge' } | { readonly is: 'tooSlow' };

/** Limits of one body. */
export type BodyLimits = {
  /** Bytes. */
  readonly most: number;
  readonly kept: number;
  /** Milliseconds from here to its end. */
  readonly within: number;
};

/** Reads a body once. Rejects where the sender has gone. */
export const letBodyPass = (
  request: IncomingMessage,
  take: (part: Buffer) => void,
  { most, kept, within }: BodyLimits,
): Promise<BodyEnd> =>
  new Promise((resolve, reject) => {
    let parts: Buffer[] = [];
    let length = 0;
    const end = (how: BodyEnd): void => {
      leave();
      if (how.is !== 'whole') request.pause();
      resolve(how);
    };
    const timer = setTimeout(() => end({ is: 'tooSlow' }), within);
    const onData = (part: Buffer): void => {
      length += part.length;
      if (length > most) return end({ is: 'tooLarge' });
      take(part);
      if (length <= kept) parts.push(part);
      else parts = [];
    };
    const onEnd = (): void => end(length <= kept ? { is: 'whole', kept: Buffer.concat(parts) } : { is: 'whole' });
    const onGone = (): void => {
      leave();
      reject(new Error('the sender of a webhook has gone'));
    };
    const leave = (): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      // What still arrives on the closing connection is no fault of ours.
      request.on('error', () => undefined);
    };
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
