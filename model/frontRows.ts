/** How the blocks of the front become rows of the page: what stands beside what, and which piece of a strip is largest. */
import type { NamedPlace, PublishedArticle } from '#model/article';
import type { Front, FrontBlock } from '#model/front';

type Block<Name extends 'lead' | 'brief' | 'videos'> = Extract<FrontBlock, { readonly block: Name }>;

/** A section with its pieces, in the order the archive gave them. */
export type Section = { readonly of: NamedPlace; readonly articles: readonly PublishedArticle[] };

/** One row of the front, from edge to edge. */
export type FrontRow =
  | { readonly row: 'top'; readonly lead: Block<'lead'>; readonly latest: readonly PublishedArticle[] }
  | { readonly row: 'brief'; readonly articles: Block<'brief'>['articles'] }
  | { readonly row: 'opinion' | 'latest'; readonly articles: readonly PublishedArticle[] }
  | { readonly row: 'most-read'; readonly size: number }
  /** `number` counts the strips from 0, so that neighbours can look different. */
  | { readonly row: 'strip'; readonly number: number; readonly section: Section }
  /** One to three small sections side by side. */
  | { readonly row: 'shelf'; readonly sections: readonly Section[] }
  | { readonly row: 'series'; readonly section: Section }
  | { readonly row: 'videos'; readonly videos: Block<'videos'>['videos'] };

/** From so many pieces on a section has a strip of its own. */
const stripSize = 4;
/** So many small sections stand side by side. */
const shelfSize = 3;

const isSmall = (block: FrontBlock): boolean => block.block === 'category' && block.articles.length < stripSize;

/** The row of a block that stands alone. A small section that found no neighbours is a shelf of one. */
const rowFor = (block: FrontBlock, latest: readonly PublishedArticle[], number: number): FrontRow => {
  switch (block.block) {
    case 'lead':
      return { row: 'top', lead: block, latest };
    case 'brief':
      return { row: 'brief', articles: block.articles };
    case 'opinion':
    case 'latest':
      return { row: block.block, articles: block.articles };
    case 'most-read':
      return { row: 'most-read', size: block.size };
    case 'category':
      return isSmall(block) ? { row: 'shelf', sections: [block] } : { row: 'strip', number, section: block };
    case 'series':
      return { row: 'series', section: block };
    case 'videos':
      return { row: 'videos', videos: block.videos };
  }
};

/** Small sections wait for others past large ones, but never past a block of another kind. */
const shelved = (rows: readonly FrontRow[]): readonly FrontRow[] => {
  const placed: FrontRow[] = [];
  let shelf: Section[] = [];
  const closeShelf = () => {
    if (shelf.length > 0) placed.push({ row: 'shelf', sections: shelf });
    shelf = [];
  };
  for (const row of rows) {
    if (row.row === 'shelf') shelf = [...shelf, ...row.sections];
    if (row.row !== 'strip' && (row.row !== 'shelf' || shelf.length >= shelfSize)) closeShelf();
    if (row.row !== 'shelf') placed.push(row);
  }
  closeShelf();
  return placed;
};

/** Rows in the order of the plan, but that the list of the latest stands in the rail beside the lead where there is one. */
export const rowsFor = (front: Pick<Front, 'blocks'>): readonly FrontRow[] => {
  const hasLead = front.blocks.some((block) => block.block === 'lead');
  const latest = front.blocks.find((block) => block.block === 'latest');
  const standing = front.blocks.filter((block) => !hasLead || block !== latest);
  let strips = 0;
  return shelved(
    standing.map((block) => {
      const number = block.block === 'category' && !isSmall(block) ? strips++ : 0;
      return rowFor(block, latest?.block === 'latest' ? latest.articles : [], number);
    }),
  );
};

/** From four pieces of the second rank on, the last one stands in the rail below the latest. */
export const hasPickForRail = (rank: readonly PublishedArticle[]): boolean => rank.length >= 4;

/** Whether the rail of these rows has room below the latest for something that is no article. */
export const hasRoomInRail = (rows: readonly FrontRow[]): boolean =>
  rows.some((row) => row.row === 'top' && row.latest.length > 0 && !hasPickForRail(row.lead.articles));

/** How the pieces of a strip are laid out. */
export type Strip =
  /** The main piece in the middle, a column on either side. */
  | {
      readonly layout: 'middle';
      readonly main: PublishedArticle;
      readonly start: readonly PublishedArticle[];
      readonly end: readonly PublishedArticle[];
    }
  /** The main piece, a second picture, a column of words. */
  | {
      readonly layout: 'steps';
      readonly main: PublishedArticle;
      readonly second: PublishedArticle;
      readonly rest: readonly PublishedArticle[];
    }
  /** Words alone. */
  | { readonly layout: 'words'; readonly articles: readonly PublishedArticle[] };

/** Paid pieces never become the largest of a page or strip by themselves. */
const mayLead = (article: PublishedArticle): boolean => article.kind !== 'sponsored';

const pictured = (article: PublishedArticle): boolean => article.leadImage !== undefined && mayLead(article);

/** So far down a section's list a picture may still come to the top of its page. */
const nearTheTop = 5;

/** The large piece of a section's page: the newest with a picture near the top of the list, else the newest. */
export const leadOf = (articles: readonly PublishedArticle[]): PublishedArticle | undefined =>
  articles.slice(0, nearTheTop).find(pictured) ?? articles.find(mayLead);

/** What somebody paid for stands below what the newsroom chose. */
const paidLast = (articles: readonly PublishedArticle[]): readonly PublishedArticle[] => [
  ...articles.filter(mayLead),
  ...articles.filter((article) => !mayLead(article)),
];

/** The column with the picture counts two for it; each further piece goes where there is less, the start first. */
const sides = (rest: readonly PublishedArticle[]) => {
  const picture = rest.find(pictured);
  const start: PublishedArticle[] = [];
  const end: PublishedArticle[] = picture ? [picture] : [];
  for (const article of rest) {
    if (article === picture) continue;
    const endHeight = end.length + (picture ? 1 : 0);
    (start.length <= endHeight ? start : end).push(article);
  }
  return { start, end };
};

/**
 * Chooses the layout of a strip by the pictures its pieces have: the newest with a picture is the main one; strips with two
 * pictures alternate by `number`; without any picture the strip is words alone.
 */
export const stripFor = (articles: readonly PublishedArticle[], number: number): Strip => {
  const main = articles.find(pictured);
  if (!main) return { layout: 'words', articles: paidLast(articles) };
  const rest = paidLast(articles.filter((article) => article !== main));
  const second = rest.find(pictured);
  if (second && number % 2 === 1) {
    return { layout: 'steps', main, second, rest: rest.filter((article) => article !== second) };
  }
  return { layout: 'middle', main, ...sides(rest) };
};
