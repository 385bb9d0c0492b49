/** What the links in letters lead to: confirm, choose, stop. Looking changes nothing; pressing a button does. */
import { readStopSubject } from '#audience/links';
import { chooseFor, confirmSignUp, forgetMailbox, readerBy, signUpById, stopNewsletter } from '#audience/readers';
import { type Db, parted } from '#audience/schema';
import type { Purpose, Signer } from '#audience/signing';
import type { Moment } from '#model/moment';
import type { Result } from '#model/result';
import type { Site } from '#model/site';

/** Why a link is of no use: not ours, too old, or what it speaks of is not there any more. */
export type LinkFault = 'forged' | 'expired' | 'unknown';

/** Newsletters by their ids. */
export type Chosen = { readonly newsletters: readonly string[] };

/** What the desk needs. */
export type LinkDeskFacts = {
  readonly site: Pick<Site, 'newsletters' | 'consent'>;
  readonly signer: Signer;
  readonly ready: () => Promise<Db>;
};

/** How long the link to a reader's choice works that a page shows after the confirmation, in milliseconds. */
const pageLinkLife = 60 * 60 * 1000;

const fault = <Value>(why: LinkFault): Result<Value, LinkFault> => ({ ok: false, fault: why });
const value = <Value>(found: Value): Result<Value, LinkFault> => ({ ok: true, value: found });

/** Makes the desk. Its answers reject where the database cannot be used. */
export const linkDesk = ({ site, signer, ready }: LinkDeskFacts) => {
  const subjectOf = (purpose: Purpose, token: string, now: Moment): Result<string, LinkFault> => {
    const check = signer.check(purpose, token, now);
    return check.is === 'good' ? value(check.subject) : fault(check.is);
  };

  /** What a sign-up asked for, and whether it was confirmed before. */
  const waiting = async (token: string, now: Moment): Promise<Result<Chosen & { done: boolean }, LinkFault>> => {
    const subject = subjectOf('confirm', token, now);
    if (!subject.ok) return subject;
    const signUp = await signUpById(await ready(), subject.value);
    if (!signUp) return fault('unknown');
    return value({ newsletters: parted(signUp.newsletters), done: signUp.confirmed_at !== null });
  };

  /** Confirms; gives a token for the page on which the reader chooses. */
  const confirm = async (token: string, now: Moment): Promise<Result<string, LinkFault>> => {
    const subject = subjectOf('confirm', token, now);
    if (!subject.ok) return subject;
    const confirmed = await confirmSignUp(await ready(), subject.value, now);
    if (!confirmed) return fault('unknown');
    return value(signer.token('preferences', confirmed.reader, now + pageLinkLife));
  };

  /** What a reader receives, and where. */
  const choice = async (token: string, now: Moment): Promise<Result<Chosen & { address: string }, LinkFault>> => {
    const subject = subjectOf('preferences', token, now);
    if (!subject.ok) return subject;
    const reader = await readerBy(await ready(), 'id', subject.value);
    return reader ? value({ newsletters: reader.newsletters, address: reader.address }) : fault('unknown');
  };

  /** Saves a choice; an empty one stops everything, and nothing is kept. */
  const choose = async (
    token: string,
    wanted: readonly string[],
    now: Moment,
  ): Promise<Result<'saved' | 'stopped', LinkFault>> => {
    const subject = subjectOf('preferences', token, now);
    if (!subject.ok) return subject;
    const newsletters = site.newsletters.map(({ id }) => id).filter((id) => wanted.includes(id));
    const db = await ready();
    if (newsletters.length === 0) {
      await forgetById(db, subject.value);
      return value('stopped');
    }
    const saved = await chooseFor(db, subject.value, { newsletters, consent: site.consent }, now);
    return saved ? value('saved') : fault('unknown');
  };

  /** Which newsletter a link would stop; without one, everything. Whether anybody is there is not said. */
  const stopping = (token: string, now: Moment): Result<{ readonly newsletter?: string }, LinkFault> => {
    const subject = subjectOf('unsubscribe', token, now);
    if (!subject.ok) return subject;
    const { newsletter } = readStopSubject(subject.value);
    return value(newsletter === undefined ? {} : { newsletter });
  };

  /** Stops. Done twice it is done: mail programs repeat themselves. */
  const stop = async (token: string, now: Moment): Promise<Result<'stopped', LinkFault>> => {
    const subject = subjectOf('unsubscribe', token, now);
    if (!subject.ok) return subject;
    const { id, newsletter } = readStopSubject(subject.value);
    const db = await ready();
    if (newsletter === undefined) await forgetById(db, id);
    else await stopNewsletter(db, id, newsletter);
    return value('stopped');
  };

  return { waiting, confirm, choice, choose, stopping, stop };
};

/** By the id of a reader, or of the sign-up whose letter the link stood in. */
const forgetById = async (db: Db, id: string): Promise<void> => {
  const mailbox = (await readerBy(db, 'id', id))?.mailbox ?? (await signUpById(db, id))?.mailbox;
  if (mailbox !== undefined) await forgetMailbox(db, mailbox);
};
