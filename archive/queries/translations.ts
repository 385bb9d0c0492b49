/** The languages of one piece: the original and everything that says it translates it. */
import { articleAt } from '#archive/queries/front';
import { articleColumns, resolveAll, type ArticleRow } from '#archive/queries/resolve';
import { standingOf } from '#archive/queries/standing';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Address, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** Translations of translations are followed so far; more is a circle or a joke. */
const deepest = 5;

/** Versions of one piece at most. */
const most = 50;

/** The piece at an address that a writer wrote, which may be an old one. */
const publicAt = (window: Window, address: Address, now: Moment): PublishedArticle | undefined => {
  const found = articleAt(window, address, now);
  if (found) return found;
  const standing = standingOf(window, address, now);
  return standing.is === 'moved' ? articleAt(window, standing.to, now) : undefined;
};

/** What a piece translates in the end; a piece that is not public has only its address. */
const originOf = (window: Window, article: PublishedArticle, now: Moment): PublishedArticle | Address => {
  let at = article;
  for (let step = 0; step < deepest; step += 1) {
    if (at.translationOf === undefined) return at;
    const next = publicAt(window, at.translationOf, now);
    if (!next) return at.translationOf;
    if (next.address === article.address) return article;
    at = next;
  }
  return at;
};

/** An address in the ways in which a writer may have written it. */
const written = (address: Address): readonly string[] =>
  [address, encodeURI(address)].flatMap((form) => [form, `${form}/`]);

/** Public pieces that say of themselves that they translate one of these addresses. */
const translating = (window: Window, addresses: readonly Address[], now: Moment): PublishedArticle[] => {
  const forms = [...new Set(addresses.flatMap(written))];
  const rows = window.db().all<ArticleRow>(
    `select distinct ${articleColumns}, a.published_at from reference r join article a on a.file = r.file
       where r.what = 'translation' and r.target in (${forms.map(() => '?').join(', ')}) and ${openAt}
       order by a.published_at, a.id limit ${most}`,
    ...forms,
    ...openValues(window, now),
  );
  return resolveAll(window, rows, now);
};

const namesOf = ({ address, aliases }: PublishedArticle): readonly Address[] => [address, ...aliases];

/**
 * All public versions of a piece, itself among them, the original first and then the oldest; only itself where it stands in
 * one language. The same for every version, so that each can name all (H6).
 */
export const translationsOf = (window: Window, article: PublishedArticle, now: Moment): readonly PublishedArticle[] => {
  const origin = originOf(window, article, now);
  const found = new Map<Address, PublishedArticle>();
  const isKnown = typeof origin !== 'string';
  if (isKnown) found.set(origin.address, origin);
  let names: readonly Address[] = isKnown ? namesOf(origin) : [origin];
  for (let step = 0; step < deepest && names.length > 0; step += 1) {
    const more = translating(window, names, now).filter(({ address }) => !found.has(address));
    for (const one of more) found.set(one.address, one);
    names = more.flatMap(namesOf);
  }
  return found.has(article.address) ? [...found.values()].slice(0, most) : [article];
};
