/** Makes an old address findable in every spelling. */
import type { Database } from '#archive/database';
import type { Address } from '#model/article';
import { foldedAddress } from '#model/oldAddress';

/** Notes how an old address is written; one that is its own folded form is found without. */
export const noteSpelling = (db: Pick<Database, 'run'>, address: Address): void => {
  const folded = foldedAddress(address);
  if (folded !== address) db.run('insert or ignore into spelling (folded, address) values (?, ?)', folded, address);
};
