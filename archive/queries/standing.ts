/** How an address stands: published, moved, gone, or never heard of. */
import { pageStanding } from '#archive/queries/pageStanding';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Standing } from '#archive/questions';
import type { TakeDown } from '#archive/reading';
import { never } from '#archive/schema';
import type { Address, Article } from '#model/article';
import type { Moment } from '#model/moment';

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

const ownerOfAlias = (window: Window, address: Address): Address | undefined =>
  window.db().one<{ address: string }>(
    `select a.address from claim c join article a on a.file = c.file
     where c.address = ? and c.how = 'alias' order by c.published_at, c.file limit 1`,
    address,
  )?.address;

const remembered = (
  window: Window,
  address: Address,
): { became: string; at: Moment; moved_to: string | null } | undefined =>
  window.db().one('select became, at, moved_to from memory where address = ?', address);

/** Steps from one old address to the next that are followed; what was moved more often has been gathered long before. */
const mostSteps = 8;

/** Follows an old address to where it leads now; one redirect at most, since its target is public. */
const ledBy = (window: Window, to: Address, now: Moment, steps = 0): Standing => {
  if (isPublic(window, to, now)) return { is: 'moved', to };
  const target =
    saidGone(window, to, now) ?? ownStanding(window, to, now) ?? rememberedStanding(window, to, now, steps + 1);
  return target ?? { is: 'unknown' };
};

const rememberedStanding = (window: Window, address: Address, now: Moment, steps = 0): Standing | undefined => {
  const memory = steps > mostSteps ? undefined : remembered(window, address);
  if (!memory) return undefined;
  if (memory.moved_to !== null && memory.moved_to !== address) return ledBy(window, memory.moved_to, now, steps);
  return { is: 'gone', why: 'deleted', on: memory.at };
};

/** How any address of this paper, or an old address named as an alias (query included), stands at a moment. */
export const standingOf = (window: Window, address: Address, now: Moment): Standing => {
  const said = saidGone(window, address, now);
  if (said) return said;
  if (isPublic(window, address, now)) return { is: 'published' };
  const own = ownStanding(window, address, now);
  if (own) return own;
  const owner = ownerOfAlias(window, address);
  if (owner !== undefined) return ledBy(window, owner, now);
  return rememberedStanding(window, address, now) ?? pageStanding(window, address, now);
};
