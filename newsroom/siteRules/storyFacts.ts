/** The visible story of a page: headline, dates, pictures, trail and bylines, found without knowing its markup. */
import type { Element, Root } from 'hast';
import { isInline, property, wordsIn } from '#newsroom/siteRules/hastText';

/** A `<time>` inside the story. */
export type VisibleTime = {
  readonly datetime: string;
  readonly text: string;
  /** Words before it, at most 80 signs: its label. */
  readonly before: string;
  /** Signs of text between the headline and it; negative where it stands above the headline. */
  readonly gap: number;
  /** Whether it stands beside the story: aside, navigation, footer, a card of another article. */
  readonly isAside: boolean;
};

/** An `<img>` inside the story. */
export type VisibleImage = {
  readonly src: string;
  readonly hasSize: boolean;
  /** Declared pixels; 0 where none are. */
  readonly width: number;
  readonly isLazy: boolean;
  readonly hasPriority: boolean;
  /** Whether a film with its poster stands before it: then the poster is what readers see first. */
  readonly isBehindFilm: boolean;
  readonly gap: number;
};

/** What stands under a heading, up to the next one; the words before the first heading have none. */
export type Section = { readonly heading: string; readonly text: string };

/** What a reader sees of the story. */
export type StoryFacts = {
  /** Every `<h1>` of the page, that of the story first. */
  readonly headlines: readonly string[];
  /** Words from the top of the story to 600 signs below the headline. */
  readonly topText: string;
  /** All words of the story. */
  readonly text: string;
  readonly sections: readonly Section[];
  readonly times: readonly VisibleTime[];
  readonly images: readonly VisibleImage[];
  /** Names of the visible breadcrumb. */
  readonly trail: readonly string[];
  /** Names linked as authors, each once. */
  readonly bylines: readonly string[];
};

type Placed = { readonly element: Element; readonly within: readonly Element[] };

const beside = new Set(['aside', 'nav', 'footer']);

/** Walks the story once and remembers how much text stands before each element. */
const lengthsIn = (region: Element): { readonly text: string; readonly at: ReadonlyMap<Element, number> } => {
  const at = new Map<Element, number>();
  let text = '';
  const walk = (element: Element): void => {
    at.set(element, text.length);
    for (const child of element.children) {
      if (child.type === 'text') text += child.value.replace(/\s+/g, ' ');
      else if (child.type === 'element' && !/^(script|style|template|noscript)$/.test(child.tagName)) {
        walk(child);
        if (!text.endsWith(' ')) text += /^(a|b|i|em|strong|span|sup|sub|abbr)$/.test(child.tagName) ? '' : ' ';
      }
    }
  };
  walk(region);
  return { text, at };
};

const silent = /^(script|style|template|noscript|nav|footer)$/;

/** The story cut at its headings, however deep they stand. */
const sectionsIn = (region: Element): Section[] => {
  const sections: { heading: string; text: string }[] = [{ heading: '', text: '' }];
  const last = () => sections[sections.length - 1] ?? { heading: '', text: '' };
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (child.type === 'text') last().text += child.value;
      if (child.type !== 'element' || silent.test(child.tagName)) continue;
      if (/^h[1-6]$/.test(child.tagName)) sections.push({ heading: wordsIn(child), text: '' });
      else {
        last().text += isInline(child) ? '' : ' ';
        walk(child);
        last().text += isInline(child) ? '' : ' ';
      }
    }
  };
  walk(region);
  return sections
    .map(({ heading, text }) => ({ heading, text: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
};

const holdsStory = ({ tagName }: Element): boolean => tagName === 'article' || tagName === 'main';

/** Every `<h1>`, the story's first: on many sites the name of the paper above it is one too. */
const headingsIn = (all: readonly Placed[]): Placed[] => {
  const headings = all.filter(({ element }) => element.tagName === 'h1');
  const own = headings.find(({ within }) => within.some(holdsStory));
  return own ? [own, ...headings.filter((heading) => heading !== own)] : headings;
};

const regionOf = (all: readonly Placed[], [heading]: readonly Placed[]): { region?: Element; headline?: Element } => {
  const body = all.find(({ element }) => element.tagName === 'body')?.element;
  if (!heading) return body ? { region: body } : {};
  const region = heading.within.findLast(holdsStory) ?? body;
  return { headline: heading.element, ...(region && { region }) };
};

/** The name of a place in a trail without the signs that part it from its neighbours. */
export const placeName = (words: string): string => words.replace(/^[/›»>\s]+|[/›»>\s]+$/g, '');

const trailOf = (all: readonly Placed[]): string[] => {
  const named = ({ element }: Placed): boolean =>
    /crumb/i.test(`${property(element, 'ariaLabel')} ${property(element, 'className')} ${property(element, 'id')}`);
  const trail = all.find((placed) => named(placed) && /^(nav|ol|ul|div|p)$/.test(placed.element.tagName))?.element;
  if (!trail) return [];
  const inside = all.filter(({ within }) => within.includes(trail));
  const items = inside.filter(({ element }) => element.tagName === 'li');
  const links = inside.filter(({ element }) => element.tagName === 'a');
  return (items.length > 0 ? items : links).map(({ element }) => placeName(wordsIn(element)));
};

/** Draws the story from a parsed page; `all` are its elements in order, `base` what relative addresses stand on. */
export const storyFacts = (root: Root, all: readonly Placed[], base: string): StoryFacts => {
  const headings = headingsIn(all);
  const { region, headline } = regionOf(all, headings);
  const headlines = headings.map(({ element }) => wordsIn(element));
  const none = { sections: [], times: [], images: [], trail: [], bylines: [] };
  if (!region) return { headlines, topText: '', text: wordsIn(root), ...none };
  const { text, at } = lengthsIn(region);
  const top = headline ? (at.get(headline) ?? 0) : 0;
  const below = top + (headlines[0]?.length ?? 0);
  const gapOf = (element: Element): number => {
    const start = at.get(element) ?? 0;
    return start < top ? start - top : Math.max(0, start - below);
  };
  const inside = all.filter(({ element, within }) => within.includes(region) && at.has(element));
  const times = inside
    .filter(({ element }) => element.tagName === 'time')
    .map(({ element, within }) => ({
      datetime: property(element, 'dateTime'),
      text: wordsIn(element),
      before: text.slice(Math.max(0, (at.get(element) ?? 0) - 80), at.get(element) ?? 0),
      gap: gapOf(element),
      isAside: within
        .slice(within.indexOf(region) + 1)
        .some(({ tagName }) => beside.has(tagName) || tagName === 'article'),
    }));
  const film = inside.findIndex(({ element }) => element.tagName === 'video' && property(element, 'poster') !== '');
  const images = inside.flatMap(({ element }, place) =>
    element.tagName !== 'img'
      ? []
      : [
          {
            src: URL.canParse(property(element, 'src'), base) ? new URL(property(element, 'src'), base).href : '',
            hasSize: property(element, 'width') !== '' && property(element, 'height') !== '',
            width: Number.parseInt(property(element, 'width'), 10) || 0,
            isLazy: property(element, 'loading') === 'lazy',
            hasPriority: property(element, 'fetchPriority') === 'high',
            isBehindFilm: film >= 0 && film < place,
            gap: gapOf(element),
          },
        ],
  );
  const bylines = inside
    .filter(({ element }) => element.tagName === 'a' && /(^|\s)author(\s|$)/.test(property(element, 'rel')))
    .map(({ element }) => wordsIn(element));
  return {
    headlines,
    topText: text.slice(0, below + 600),
    text: text.trim(),
    sections: sectionsIn(region),
    times,
    images,
    trail: trailOf(all),
    bylines: [...new Set(bylines)],
  };
};
