/** The rules of a sign-up: what is looked at, in which order, and what is kept. */
import { confirmWithin } from '#audience/links';
import { checkMailAddress } from '#audience/mailAddress';
import { type Limit, networkLimit } from '#audience/networkLimit';
import { addSignUp, mayAskFor } from '#audience/readers';
import type { Db } from '#audience/schema';
import type { Signer } from '#audience/signing';
import { checkStamp } from '#audience/stamp';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** The form as it was sent; nothing in it is trusted. */
export type SentSignUp = {
  readonly email: string;
  readonly newsletters: readonly string[];
  /** The field that people do not see. */
  readonly website: string;
  readonly stamp: string;
  /** The network address it came from. */
  readonly from: string;
};

/** Why a form is shown again. None of them depends on whether the address is known here. */
export type SignUpFault = 'address' | 'newsletters' | 'early' | 'late' | 'often' | 'network';

/** What came of it; `address` as letters will be sent there. */
export type SignUpAnswer =
  { readonly is: 'accepted'; readonly address: string } | { readonly is: 'refused'; readonly fault: SignUpFault };

/** Many readers share one address of their mobile network, so this only slows down programs. */
const networkAllowance: Limit = { most: 20, within: 10 * 60 * 1000 };
/** Letters to one mailbox: enough to try again, too few to annoy somebody. */
export const mailboxAllowance: Limit = { most: 3, within: 60 * 60 * 1000 };

/** What the rules need. */
export type SignUpDesk = {
  readonly site: Pick<Site, 'newsletters' | 'consent'>;
  readonly signer: Signer;
  readonly ready: () => Promise<Db>;
  /** Called when a letter waits. */
  readonly wake: () => void;
};

const refused = (fault: SignUpFault): SignUpAnswer => ({ is: 'refused', fault });

/**
 * Makes the desk that takes sign-ups. It writes the same rows for every address and never looks whether a reader is
 * known: neither words nor time can tell. Rejects where the database cannot be used.
 */
export const signUpDesk = ({ site, signer, ready, wake }: SignUpDesk) => {
  const mayCome = networkLimit(networkAllowance);
  return async (sent: SentSignUp, now: Moment): Promise<SignUpAnswer> => {
    if (!mayCome(sent.from, now)) return refused('network');
    const typed = checkMailAddress(sent.email);
    // A program that fills in everything is told what it wants to hear.
    if (sent.website !== '') return { is: 'accepted', address: typed?.address ?? sent.email };
    const stamp = checkStamp(signer, sent.stamp, now);
    if (stamp !== 'good') return refused(stamp === 'early' ? 'early' : 'late');
    if (!typed) return refused('address');
    const newsletters = site.newsletters.map(({ id }) => id).filter((id) => sent.newsletters.includes(id));
    if (newsletters.length === 0) return refused('newsletters');
    const db = await ready();
    if (!(await mayAskFor(db, signer.hash(typed.mailbox), mailboxAllowance, now))) return refused('often');
    await addSignUp(db, { ...typed, newsletters, consent: site.consent }, now, now + confirmWithin);
    wake();
    return { is: 'accepted', address: typed.address };
  };
};
