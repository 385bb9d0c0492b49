/** The stamp of a form: when it was made, so that programs which fill in a form in no time are told from people. */
import { randomBytes } from 'node:crypto';
import type { Signer } from '#audience/signing';
import type { Moment } from '#model/moment';

/** Nobody reads a form and types an address faster, in milliseconds. */
const leastFillTime = 2000;
/** A form that lay open for longer is shown again, filled in. */
const longestFillTime = 24 * 60 * 60 * 1000;

const hour = 60 * 60 * 1000;

/** A stamp for a form that is made now. */
export const stampFor = (signer: Signer, now: Moment): string =>
  signer.token('stamp', randomBytes(6).toString('base64url'), now + longestFillTime);

/**
 * A stamp for a form that stands on many pages. It is the same for a whole hour, so that such a page is the same, byte for
 * byte, for everyone who asks for it.
 */
export const hourlyStampFor = (signer: Signer, now: Moment): string =>
  signer.token('stamp', 'hour', Math.floor(now / hour) * hour + longestFillTime);

/** Whether a stamp is ours and how old its form is. */
export const checkStamp = (signer: Signer, stamp: string, now: Moment): 'good' | 'early' | 'late' | 'forged' => {
  const check = signer.check('stamp', stamp, now);
  if (check.is === 'forged') return 'forged';
  if (check.is === 'expired') return 'late';
  return now - (check.at - longestFillTime) > leastFillTime ? 'good' : 'early';
};
