/** The next moment at which time alone changes what the public sees. */
import type { Database } from '#archive/database';
import { never } from '#archive/schema';
import type { Moment } from '#model/moment';
import { newsFor } from '#model/news';

/** When something next becomes public, stops being so, or is no longer news; `undefined` where nothing is waiting. */
export const nextChangeAfter = (db: Database, after: Moment): Moment | undefined => {
  const at = db.one<{ at: Moment | null }>(
    `select min(at) as at from (
       select min(public_from) as at from article where public_from > ?1
       union all select min(public_until) from article where public_until > ?1
       union all select min(at) from live_entry where at > ?1
       union all select min(at) from turn where at > ?1
       union all select min(published_at) + ?2 from article
         where published_at > ?1 - ?2 and public_from <= ?1 and public_until > ?1
     )`,
    after,
    newsFor,
  )?.at;
  return at === null || at === undefined || at >= never ? undefined : at;
};
