/** Links that letters carry: each holds a token for one purpose, and nothing that names a reader. */
import type { Signer } from '#audience/signing';
import type { Moment } from '#model/moment';

/** Milliseconds for which a sign-up can be confirmed, and for which the links in a letter work. */
export const confirmWithin = 48 * 60 * 60 * 1000;
const letterLife = 400 * 24 * 60 * 60 * 1000;

/** Full addresses for letters; the argument is the id of a sign-up or of a reader. */
export type Links = {
  readonly confirm: (signUp: string) => string;
  readonly preferences: (reader: string) => string;
  /** The page with the button. With a newsletter only that one is stopped. */
  readonly stop: (id: string, newsletter?: string) => string;
  /** What a mail program posts to. */
  readonly stopByPost: (id: string, newsletter?: string) => string;
};

/** What a token for stopping speaks of. Ids have no hyphen, so the first one ends the id. */
const stopSubject = (id: string, newsletter?: string): string =>
  newsletter === undefined ? id : `${id}-${newsletter}`;

/** The id and the newsletter again. */
export const readStopSubject = (subject: string): { readonly id: string; readonly newsletter?: string } => {
  const [id = '', ...newsletter] = subject.split('-');
  return newsletter.length === 0 ? { id } : { id, newsletter: newsletter.join('-') };
};

/** Links of letters that are written now. `confirmUntil`: until when the sign-up waits. */
export const linksAt = (signer: Signer, siteUrl: string, now: Moment, confirmUntil: Moment): Links => {
  const stopToken = (id: string, newsletter?: string): string =>
    signer.token('unsubscribe', stopSubject(id, newsletter), now + letterLife);
  return {
    confirm: (signUp) => `${siteUrl}/newsletter/confirm?token=${signer.token('confirm', signUp, confirmUntil)}`,
    preferences: (reader) =>
      `${siteUrl}/newsletter/preferences?token=${signer.token('preferences', reader, now + letterLife)}`,
    stop: (...what) => `${siteUrl}/newsletter/unsubscribe?token=${stopToken(...what)}`,
    stopByPost: (...what) => `${siteUrl}/api/newsletter/unsubscribe?token=${stopToken(...what)}`,
  };
};
