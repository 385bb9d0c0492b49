/** How the blocks of the front become rows of the page: what stands beside what, and which piece of a strip is largest. */
import type { NamedPlace, PublishedArticle } from '#model/article';
import type { Front, FrontBlock } from '#model/front';

type Block<Name extends FrontBlock['block']> = Extract<FrontBlock, { readonly block: Name }>;

/** A section with its pieces, in the order the archive gave them. */
export type Section = { readonly of: NamedPlace; readonly articles: readonly PublishedArticle[] };

/** One row of the front, from edge to edge. */
export type FrontRow =
  | { readonly row: 'top'; readonly lead: Block<'lead'>; readonly latest: readonly PublishedArticle[] }
  | { readonly row: 'brief'; readonly articles: Block<'brief'>['articles'] }
  | { readonly row: 'opinion' | 'latest' | 'most-read'; readonly articles: readonly PublishedArticle[] }
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

const rowFor = (block: Exclude<FrontBlock, Block<'lead'> | Block<'category'>>): FrontRow => {
  switch (block.block) {
    case 'brief':
      return { row: 'brief', articles: block.articles };
    case 'opinion':
    case 'latest':
    case 'most-read':
      return { row: block.block, articles: block.articles };
    case 'series':
      return { row: 'series', section: block };
    case 'videos':
      return { row: 'videos', videos: block.videos };
  }
};

/**
 * Rows in the order of the plan, with two exceptions: the list of the latest stands in the rail beside the lead, and small
 * sections wait for two others, but never past a block of another kind.
 */
export const rowsFor = (front: Pick<Front, 'blocks'>): readonly FrontRow[] => {
  const rows: FrontRow[] = [];
  let shelf: Section[] = [];
  let strips = 0;
  const closeShelf = () => {
    if (shelf.length > 0) rows.push({ row: 'shelf', sections: shelf });
    shelf = [];
  };
  const hasLead = front.blocks.some((block) => block.block === 'lead');
  const latest = front.blocks.find((block): block is Block<'latest'> => block.block === 'latest');
  for (const block of front.blocks) {
    if (block.block === 'category') {
      if (block.articles.length >= stripSize) rows.push({ row: 'strip', number: strips++, section: block });
      else if (shelf.push(block) === shelfSize) closeShelf();
      continue;
    }
    if (block === latest && hasLead) continue;
    closeShelf();
    if (block.block === 'lead') rows.push({ row: 'top', lead: block, latest: latest?.articles ?? [] });
    else rows.push(rowFor(block));
  }
  closeShelf();
  return rows;
};

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
export const mayLead = (article: PublishedArticle): boolean => article.kind !== 'sponsored';

const pictured = (article: PublishedArticle): boolean => article.leadImage !== undefined && mayLead(article);

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
  if (!main) return { layout: 'words', articles };
  const rest = articles.filter((article) => article !== main);
  const second = rest.find(pictured);
  if (second && number % 2 === 1) {
    return { layout: 'steps', main, second, rest: rest.filter((article) => article !== second) };
  }
  return { layout: 'middle', main, ...sides(rest) };
};
