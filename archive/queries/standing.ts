/** How an address stands: published, moved, gone, or never heard of. */
import { pageStanding } from '#archive/queries/pageStanding';
import { spellingsOf } from '#archive/queries/spellings';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Standing } from '#archive/questions';
import type { TakeDown } from '#archive/reading';
import { never } from '#archive/schema';
import type { Address, Article } from '#model/article';
import type { Moment } from '#model/moment';
import { paperOwns } from '#model/oldAddress';

const isPublic = (window: Window, address: Address, now: Moment): boolean =>
  window
    .db()
    .one(`select 1 as one from article a where a.address = ? and ${openAt}`, address, ...openValues(window, now)) !==
  undefined;

/** `gone.yaml` beats a file that still lies there. */
const saidGone = (window: Window, address: Address, now: Moment): Standing | undefined => {
  const line = window
    .db()
    .one<{ on: Moment; notice: string | null; show: string }>(
      'select on_moment as "on", notice, show from gone where address = ? and on_moment <= ?',
      address,
      now,
    );
  if (!line) return undefined;
  if (line.show === 'nothing') return { is: 'unknown' };
  return { is: 'gone', why: 'withdrawn', on: line.on, ...(line.notice && { reason: line.notice }) };
};

const withdrawnBy = (sign: TakeDown | undefined, article: Article, now: Moment): Standing | undefined => {
  if (article.withdrawn && article.withdrawn.on <= now) return { is: 'gone', why: 'withdrawn', ...article.withdrawn };
  if (sign?.sign === 'withdrawn' && (sign.on ?? 0) <= now)
    return { is: 'gone', why: 'withdrawn', ...(sign.on && { on: sign.on }) };
  return undefined;
};

/** The article's own file: taken down or past its time. A draft and an embargo are nobody's business: unknown. */
const ownStanding = (window: Window, address: Address, now: Moment): Standing | undefined => {
  const row = window.db().one<{
    data: string;
    public_from: number;
    public_until: number;
    take_down: string | null;
    problems: string | null;
    crossed: string | null;
  }>(
    `select a.data, a.public_from, a.public_until, d.take_down, d.problems, d.crossed
       from article a left join document d on d.file = a.file where a.address = ?`,
    address,
  );
  if (!row) return undefined;
  if (row.public_from === never || row.public_from > now) return { is: 'unknown' };
  const bad = (row.problems ?? '[]') !== '[]' || (row.crossed ?? '[]') !== '[]';
  // Both columns hold what the archive wrote itself (`archive/store/records.ts`, `articles.ts`).
  const sign = bad && row.take_down ? (JSON.parse(row.take_down) as TakeDown) : undefined;
  const article = JSON.parse(row.data) as Article;
  return withdrawnBy(sign, article, now) ?? { is: 'gone', why: 'expired', on: Math.min(row.public_until, now) };
};

type Owner = { readonly address: Address; readonly isPublic: boolean };

/** Whose old address this is: of several that claim it first one that is public, then the older publication. */
const ownerOfAlias = (window: Window, address: Address, now: Moment): Owner | undefined => {
  const owners = window.db().all<{ address: string }>(
    `select a.address from claim c join article a on a.file = c.file
     where c.address = ? and c.how = 'alias' order by c.published_at, c.file limit ${mostOwners}`,
    address,
  );
  const open = owners.find((owner) => isPublic(window, owner.address, now));
  const owner = open ?? owners[0];
  return owner && { address: owner.address, isPublic: open !== undefined };
};

const remembered = (
  window: Window,
  address: Address,
): { became: string; at: Moment; moved_to: string | null } | undefined =>
  window.db().one('select became, at, moved_to from memory where address = ?', address);

/** Steps from one old address to the next that are followed; what was moved more often has been gathered long before. */
const mostSteps = 8;
/** Files that claim one old address and are looked at; more than one is a problem that their editors are told of. */
const mostOwners = 8;

const unknown: Standing = { is: 'unknown' };

/** Follows an old address to where it leads now; one redirect at most, since its target is public. */
const ledBy = (window: Window, to: Address, now: Moment, steps: number): Standing => {
  const standing = steps > mostSteps ? unknown : (pieceStanding(window, to, now, steps + 1) ?? unknown);
  return standing.is === 'published' ? { is: 'moved', to } : standing;
};

const rememberedStanding = (window: Window, address: Address, now: Moment, steps: number): Standing | undefined => {
  const memory = remembered(window, address);
  if (!memory) return undefined;
  if (memory.moved_to !== null && memory.moved_to !== address) return ledBy(window, memory.moved_to, now, steps);
  return { is: 'gone', why: 'deleted', on: memory.at };
};

/** Where an address leads that no file has: by an alias of a public piece, by memory, by an alias of what is not public. */
const oldStanding = (window: Window, address: Address, now: Moment, steps: number): Standing | undefined => {
  const owner = ownerOfAlias(window, address, now);
  if (owner?.isPublic) return ledBy(window, owner.address, now, steps);
  return rememberedStanding(window, address, now, steps) ?? (owner && ledBy(window, owner.address, now, steps));
};

/** How the address of a piece stands, or one that was; `undefined` where no piece was ever there. */
const pieceStanding = (window: Window, address: Address, now: Moment, steps: number): Standing | undefined => {
  const said = saidGone(window, address, now);
  if (said) return said;
  if (isPublic(window, address, now)) return { is: 'published' };
  const own = ownStanding(window, address, now);
  if (own?.is === 'gone') return own;
  // A draft takes no address away from a public piece that had it before.
  if (own) return ownerOfAlias(window, address, now)?.isPublic ? oldStanding(window, address, now, steps) : own;
  return oldStanding(window, address, now, steps);
};

const isOwnPage = (window: Window, address: Address, now: Moment): boolean =>
  paperOwns(address) !== undefined || pageStanding(window, address, now).is === 'published';

/** Nothing has this address as it is written: a page that is there comes before other spellings of old addresses. */
const pageOrSpelled = (window: Window, address: Address, now: Moment): Standing => {
  const page = pageStanding(window, address, now);
  if (page.is === 'published' || paperOwns(address) !== undefined) return page;
  for (const spelled of spellingsOf(window, address, now)) {
    const standing = pieceStanding(window, spelled, now, 0);
    if (standing) return standing.is === 'published' ? { is: 'moved', to: spelled } : standing;
  }
  return page;
};

/** How any address of this paper, or an old address named as an alias (query included), stands at a moment. */
export const standingOf = (window: Window, address: Address, now: Moment): Standing => {
  const piece = pieceStanding(window, address, now, 0);
  if (!piece) return pageOrSpelled(window, address, now);
  if (piece.is === 'gone' || piece.is === 'published') return piece;
  // A page that is there is no old address, whoever claims it.
  return isOwnPage(window, address, now) ? { is: 'published' } : piece;
};
