/** Tokens that stand in links and forms: signed, good for one purpose, for a time, and telling nothing of a reader. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Moment } from '#model/moment';

/** What a token is good for; one that was made for another purpose is forged. */
export type Purpose = 'stamp' | 'confirm' | 'preferences' | 'unsubscribe';

/** What became of a token that came back. */
export type TokenCheck =
  | { readonly is: 'good'; readonly subject: string; readonly at: Moment }
  | { readonly is: 'expired'; readonly subject: string; readonly at: Moment }
  | { readonly is: 'forged' };

/** Makes and checks tokens. */
export type Signer = {
  /** `subject`: letters, digits, `-` and `_`. `at`: the moment it speaks of, which is when a token expires. */
  readonly token: (purpose: Purpose, subject: string, at: Moment) => string;
  readonly check: (purpose: Purpose, token: string, now: Moment) => TokenCheck;
  /** A name for something that must not be kept itself, always the same. */
  readonly hash: (text: string) => string;
};

const form = /^([A-Za-z0-9_-]{1,120})\.([0-9a-z]{1,11})\.([A-Za-z0-9_-]{43})$/;

/** Makes a signer. Each purpose has a key of its own, so a signature for one says nothing about another. */
export const signerWith = (secret: string): Signer => {
  const keyFor = (use: string): Buffer => createHmac('sha256', secret).update(`standfirst:${use}`).digest();
  const keys = new Map<string, Buffer>();
  const key = (use: string): Buffer => {
    const known = keys.get(use) ?? keyFor(use);
    keys.set(use, known);
    return known;
  };
  const sign = (use: string, text: string): Buffer => createHmac('sha256', key(use)).update(text).digest();
  return {
    token: (purpose, subject, at) => {
      const words = `${subject}.${at.toString(36)}`;
      return `${words}.${sign(purpose, words).toString('base64url')}`;
    },
    check: (purpose, token, now) => {
      const [, subject = '', moment = '', signature = ''] = form.exec(token) ?? [];
      const signed = sign(purpose, `${subject}.${moment}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== signed.length || !timingSafeEqual(given, signed)) return { is: 'forged' };
      const at = Number.parseInt(moment, 36);
      return { is: now < at ? 'good' : 'expired', subject, at };
    },
    hash: (text) => sign('hash', text).toString('base64url'),
  };
};
