/** Finds what somebody meant who asked for an address at which nothing is: `/category/science/page/2.html`, `/amp`. */
import { asAsked, isPrivate } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import type { Finished } from '#edge/finished';
import type { Keeping } from '#edge/keeping';
import { isFileOrForm } from '#model/addresses';
import { meantBy } from '#model/strayForms';

/** A page that is there, to which the reader is sent, or what is to be said at once: it moved, it was taken down. */
export type Meant = { readonly at: AskedAddress } | { readonly said: Finished };

/** Whether an address can be meant in another form. */
const mayBeMeant = ({ known, address }: AskedAddress): boolean => !isFileOrForm(known) && !isPrivate({ address });

/** Asks the pages themselves, so nobody is sent to where nothing is; `undefined` where nothing was meant. */
export const meantFor = async (asked: AskedAddress, keeping: Keeping): Promise<Meant | undefined> => {
  for (const form of meantBy(asked.address)) {
    const at = asAsked(form);
    if (!mayBeMeant(at)) continue;
    if (at.known?.kind === 'newsletter') {
      // Its steps are never kept; its first page is always there, and the only one that a former system can have named.
      if (at.known.step === undefined) return { at: { ...at, search: asked.search } };
      continue;
    }
    const outcome = await keeping.bring(at.path, at);
    if (outcome.is === 'there') return outcome.finished.status === 200 ? { at } : { said: outcome.finished };
  }
  return undefined;
};
