/** What readers give us, for one process: sign-ups taken, links answered, letters sent. Opened with nothing done yet. */
import { audienceDatabase } from '#audience/database';
import { linkDesk } from '#audience/linkDesk';
import { linksAt } from '#audience/links';
import { byOutbox, bySmtp, type Deliver } from '#audience/post';
import { type Postman, postman } from '#audience/postman';
import { readerBy } from '#audience/readers';
import { readsDesk } from '#audience/readsDesk';
import { seal, unseal } from '#audience/sealing';
import { siteSecret } from '#audience/secret';
import { signUpDesk, mailboxAllowance } from '#audience/signUp';
import { signUpLetter } from '#audience/signUpLetter';
import { signerWith } from '#audience/signing';
import { hourlyStampFor, stampFor } from '#audience/stamp';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** What differs between machines, a part of the settings. */
export type AudiencePlace = {
  readonly dataDir: string;
  readonly siteUrl: string;
  readonly databaseUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly siteSecret?: string | undefined;
};

/** What an audience is made of. */
export type AudienceFacts = {
  readonly place: AudiencePlace;
  readonly site: Site;
  readonly now: () => Moment;
  /** Writes a line for the newsroom's technician; it never names a reader. */
  readonly log: (what: string) => void;
  /** Another way for letters to go; the tests use it. */
  readonly deliver?: Deliver;
};

/** Everything that pages, forms and the renderer may ask. */
export type Audience = ReturnType<typeof openAudience>;

/** Opens the audience: a secret where there is none yet, and a postman who looks for letters that wait. */
export const openAudience = ({ place, site, now, log, deliver }: AudienceFacts) => {
  const { dataDir, siteUrl, databaseUrl, smtpUrl } = place;
  const secret = siteSecret(dataDir, place.siteSecret);
  const signer = signerWith(secret);
  const database = audienceDatabase({ dataDir, databaseUrl }, (reason) =>
    log(`a database connection broke (${reason})`),
  );
  const { ready } = database;
  const post: Postman = postman({
    ready,
    deliver: deliver ?? (smtpUrl ? bySmtp(smtpUrl) : byOutbox(dataDir)),
    now,
    log,
    countsFor: mailboxAllowance.within,
    write: async (db, signUp, at) => {
      const reader = await readerBy(db, 'mailbox', signUp.mailbox);
      return signUpLetter({ site, siteUrl, signUp, reader, links: linksAt(signer, siteUrl, at, signUp.expires_at) });
    },
  });
  post.wake();
  return {
    /** A stamp for a form that one reader asked for, and one for forms that stand on pages for everyone. */
    stamp: () => stampFor(signer, now()),
    hourlyStamp: () => hourlyStampFor(signer, now()),
    /** Words for the next page, closed, and opened again there. */
    seal: (words: string) => seal(secret, words),
    unseal: (sealed: string) => unseal(secret, sealed),
    signUp: signUpDesk({ site, signer, ready, wake: post.wake }),
    ...linkDesk({ site, signer, ready }),
    ...readsDesk({ ready, now }),
    /** Links for a letter to a reader, by the reader's id; whoever sends letters uses it. */
    linksAt: (at: Moment) => linksAt(signer, siteUrl, at, at),
    /** Sends what is due; resolves when nothing is. */
    sendDue: post.round,
    close: async () => {
      post.close();
      await database.close();
    },
  };
};
