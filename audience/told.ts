/** What the world knows of the paper: whether a change is news is decided here, once for all nodes. */
import { inParts, putCalls } from '#audience/calls';
import type { Receiver } from '#audience/receivers';
import type { Db, ToldRow } from '#audience/schema';
import type { Address } from '#model/article';
import { feedsUnder } from '#model/feeds';
import type { Moment } from '#model/moment';
import type { PublicState } from '#model/publicState';

/** What is public now, of the whole paper or of some addresses. */
export type Look = {
  /** Absent: the states are those of the whole paper. */
  readonly addresses?: readonly Address[] | undefined;
  readonly states: readonly PublicState[];
};

/** One address of which the world knows something else than what is public. */
type News = { readonly row: ToldRow; readonly lists: readonly Address[]; readonly ours: boolean };

/** What came of a look: how many addresses were told, or only noted because a whole archive is no news. */
export type Learned = { readonly told: number; readonly noted: number };

/** More changes at once than this are an import or a migration, no news: sitemaps tell of those. */
const mostNews = 1000;

/** In the place of an address: the paper has been looked at once as a whole. */
const begun = '*';

const knownRows = async (db: Db, addresses: readonly Address[] | undefined): Promise<Map<Address, ToldRow>> => {
  const query = db.selectFrom('told').selectAll();
  const rows = addresses
    ? (await Promise.all(inParts(addresses).map((part) => query.where('address', 'in', part).execute()))).flat()
    : await query.execute();
  return new Map(rows.map((row) => [row.address, row]));
};

const wordsOf = (lists: string): Address[] => lists.split(' ').filter(Boolean);

/** A draft or an embargo has no state and was never known: of that there is no news. */
const newsIn = ({ addresses, states }: Look, known: ReadonlyMap<Address, ToldRow>): News[] => {
  const present = new Set(states.map(({ address }) => address));
  const changed = states.flatMap(({ address, mark, lists, ours }): News[] => {
    const row = known.get(address);
    if (row?.mark === mark) return [];
    const all = [...new Set([...lists, ...wordsOf(row?.lists ?? '')])];
    return [{ row: { address, mark, lists: lists.join(' ') }, lists: all, ours }];
  });
  const asked = addresses ?? [...known.keys()];
  const gone = asked.flatMap((address): News[] => {
    const row = known.get(address);
    if (!row || row.mark === '' || address === begun || present.has(address)) return [];
    return [{ row: { ...row, mark: '' }, lists: wordsOf(row.lists), ours: true }];
  });
  return [...changed, ...gone];
};

/** Writes what is known now; only the node whose mark is new in the database has news to tell. */
const note = async (db: Db, news: readonly News[]): Promise<News[]> => {
  const mine = new Set<Address>();
  for (const part of inParts(news)) {
    const written = await db
      .insertInto('told')
      .values(part.map(({ row }) => row))
      .onConflict((conflict) =>
        conflict
          .column('address')
          .doUpdateSet((to) => ({ mark: to.ref('excluded.mark'), lists: to.ref('excluded.lists') }))
          .whereRef('told.mark', '<>', 'excluded.mark'),
      )
      .returning('address')
      .execute();
    for (const { address } of written) mine.add(address);
  }
  return news.filter(({ row }) => mine.has(row.address));
};

/** Calls for each receiver: a hub hears of feeds, a search engine of pages. */
const putNews = async (db: Db, news: readonly News[], { receivers, siteUrl, due }: Telling): Promise<void> => {
  const whole = (address: Address): string => new URL(address, siteUrl).href;
  const feeds = [...new Set(news.flatMap(({ lists }) => lists))].flatMap(feedsUnder).map(whole);
  const pages = news.filter(({ ours }) => ours).map(({ row }) => whole(row.address));
  for (const { kind, address } of receivers) await putCalls(db, address, kind === 'hub' ? feeds : pages, due);
};

/** Whom to tell, of which site, from when on. */
export type Telling = { readonly receivers: readonly Receiver[]; readonly siteUrl: string; readonly due: Moment };

/**
 * Compares a look with what the world knows and puts the calls in, in one transaction: a process that dies has done both or
 * neither. The first look at a whole paper, and one with very many changes, is noted and not told.
 */
export const learn = async (db: Db, look: Look, telling: Telling): Promise<Learned> => {
  const known = await knownRows(db, look.addresses && [...look.addresses, begun]);
  const news = newsIn(look, known);
  if (known.has(begun) && news.length <= mostNews) {
    if (news.length === 0) return { told: 0, noted: 0 };
    return db.transaction().execute(async (transaction) => {
      const mine = await note(transaction, news);
      await putNews(transaction, mine, telling);
      return { told: mine.length, noted: 0 };
    });
  }
  // In parts, so that a reader who signs up does not wait for fifty thousand rows.
  for (const part of inParts(news)) await db.transaction().execute((transaction) => note(transaction, part));
  if (!look.addresses && !known.has(begun)) {
    const row = { address: begun, mark: 'begun', lists: '' };
    await db
      .insertInto('told')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return { told: 0, noted: news.length };
};
