/** Gives each article its name for feed readers, once: the oldest of its addresses, whatever is edited or renamed later. */
import type { Database } from '#archive/database';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** Articles alone have addresses of this form; `/?p=4711` and short addresses are made up at any time. */
const dated = /^\/\d{4}\/\d\d\/\d\d\/[^/?#]+$/;

const known = (db: Database, address: Address): Address | undefined =>
  db.one<{ first: Address }>('select first from first_address where address = ?', address)?.first;

const isLiving = (db: Database, address: Address): boolean =>
  db.one('select 1 as one from article where address = ?', address) !== undefined;

const isTaken = (db: Database, first: Address): boolean =>
  db.one('select 1 as one from first_address where first = ?', first) !== undefined;

/** The name that goes over from an address under which the piece stood before, the earliest left first. */
const inherited = (db: Database, address: Address, aliases: readonly Address[]): Address | undefined => {
  const left = db
    .all<{ address: Address }>('select address from memory where moved_to = ? order by at, address', address)
    .map((row) => row.address);
  for (const before of [...left, ...aliases]) {
    const first = known(db, before);
    if (first === undefined || isLiving(db, before)) continue;
    db.run('delete from first_address where address = ?', before);
    return first;
  }
  return undefined;
};

/** A piece that is new here: its oldest dated alias, or its own address; never the name of another piece. */
const chosen = (db: Database, address: Address, aliases: readonly Address[]): Address => {
  const candidates = [...aliases.filter((alias) => dated.test(alias)).slice(0, 1), address];
  const free = candidates.find((candidate) => !isTaken(db, candidate));
  if (free !== undefined) return free;
  return freeName(db, address);
};

/** A name for a piece at an address whose name another piece took with it when it moved away. */
export const freeName = (db: Database, address: Address): Address => {
  for (let nth = 2; ; nth += 1) if (!isTaken(db, `${address}#${nth}`)) return `${address}#${nth}`;
};

type Row = { readonly address: Address; readonly aliases: string | null };

/**
 * Names the articles among some addresses that are public and have no name yet. An alias that is added later changes
 * nothing; a renamed piece takes its name along, as its file's alias or the archive's memory shows.
 */
export const nameFirstAddresses = (db: Database, addresses: ReadonlySet<Address>, now: Moment): void => {
  const unnamed = db.all<Row>(
    `select a.address, json_extract(a.data, '$.aliases') as aliases
     from json_each(?) e join article a on a.address = e.value left join first_address f on f.address = a.address
     where f.address is null and a.public_from <= ? order by a.published_at, a.id`,
    JSON.stringify([...addresses]),
    now,
  );
  for (const { address, aliases: text } of unnamed) {
    // What the archive wrote itself (`archive/store/articles.ts`).
    const aliases = JSON.parse(text ?? '[]') as Address[];
    const first = inherited(db, address, aliases) ?? chosen(db, address, aliases);
    db.run('insert into first_address (address, first) values (?, ?)', address, first);
  }
};

/** The name under which feeds know the article at an address; a piece that was never public has none but its address. */
export const firstAddressOf = (db: Database, address: Address): Address => known(db, address) ?? address;
