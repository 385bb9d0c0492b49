/** The card of a shared link for pieces without a photo: what stands on it, and the address that names exactly that. */
import type { Address, PublishedArticle } from '#model/article';
import { kindLabels } from '#model/kicker';
import { isShareable } from '#model/renditions';

/** What a card shows; parts that the paper's face has no letters for are left out. */
export type ShareCard = {
  /** The publication's name. */
  readonly name?: string;
  /** "Explainer / Science". */
  readonly kicker?: string;
  readonly headline?: string;
};

/** Size of a card in pixels: what link previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Goes up when cards come out differently: every card gets a new address, and none drawn the old way is shown again. */
const recipe = 2;

/** Code points of `app/fonts/standfirst-serif-bold.ttf`, from and to: others would be drawn in whatever face a machine has. */
const covered: readonly (readonly [number, number])[] = [
  [32, 126],
  [160, 263],
  [268, 275],
  [278, 283],
  [286, 287],
  [296, 299],
  [302, 305],
  [321, 324],
  [327, 328],
  [332, 333],
  [336, 339],
  [344, 347],
  [350, 357],
  [360, 363],
  [366, 382],
  [8211, 8212],
  [8216, 8218],
  [8220, 8222],
  [8224, 8226],
  [8230, 8230],
  [8240, 8240],
  [8242, 8243],
  [8249, 8250],
  [8260, 8260],
  [8364, 8364],
  [8482, 8482],
  [8592, 8592],
  [8594, 8594],
  [8722, 8722],
];

const isCovered = (letter: string): boolean => {
  const point = letter.codePointAt(0) ?? 0;
  return covered.some(([from, to]) => point >= from && point <= to);
};

/** The words as a card sets them: composed letters, and plain signs for those that only steer a browser's lines. */
const setOnCard = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/\u2011/g, '-')
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();

/** Words that the face can draw, as the card sets them; `undefined` where a letter is missing or nothing is said. */
const drawable = (words: string | undefined): string | undefined => {
  const set = setOnCard(words ?? '');
  return set !== '' && [...set].every(isCovered) ? set : undefined;
};

// Running coverage ends, and a card that says "Live" would stay in old messages.
const kickerOn = ({ kind, category }: PublishedArticle): string =>
  [kind === 'live' ? undefined : drawable(kindLabels[kind]), drawable(category.title)].filter(Boolean).join(' / ');

/**
 * The card of an article in the paper of this name. A headline in letters that the face lacks leaves a card with the name
 * alone; `undefined` where there is a photo large enough, which says more, or nothing that can be drawn.
 */
export const shareCardFor = (article: PublishedArticle, paperName: string): ShareCard | undefined => {
  if (article.leadImage && isShareable({ ...article.leadImage, zoom: 1 })) return undefined;
  const name = drawable(paperName);
  const headline = drawable(article.headline);
  if (headline === undefined) return name === undefined ? undefined : { name };
  const kicker = kickerOn(article);
  return { ...(name !== undefined && { name }), ...(kicker !== '' && { kicker }), headline };
};

/** FNV-1a in 64 bits over UTF-16 (http://www.isthe.com/chongo/tech/comp/fnv/): names content, keeps no secret. */
const hashOf = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
};

/** Sixteen hexadecimal digits that name what is on a card and how it is drawn. */
export const cardHash = ({ name = '', kicker = '', headline = '' }: ShareCard): string =>
  hashOf([String(recipe), name, kicker, headline].join('\n'));

/** What a card says, for those who do not see it. */
export const cardWords = ({ name, kicker, headline }: ShareCard): string =>
  [headline, kicker, name].filter((words) => words !== undefined).join(' – ');

/** `/cards/<hash>/2026/10/15/harbour-bridge-reopens.png`: what it shows never changes, so it may be kept for ever. */
export const cardAddress = (card: ShareCard, article: Address): Address => `/cards/${cardHash(card)}${article}.png`;

/** Reads a decoded address; `undefined` for what `cardAddress` would never write. */
export const parseCardAddress = (path: string): { readonly hash: string; readonly article: Address } | undefined => {
  const [, hash, article] = /^\/cards\/([0-9a-f]{16})((?:\/[^/]+){4})\.png$/.exec(path) ?? [];
  return hash !== undefined && article !== undefined ? { hash, article } : undefined;
};

/** Sizes of a headline in pixels, the largest first. */
export const headlineSizes = [92, 80, 70, 60, 52, 44, 38, 32] as const;

/** Room for the headline, in pixels. */
export const headlineBox = { width: 1056, height: 352 } as const;

/** Lines lie this share of the face's own distance apart, which is 1.25 sizes and meant for reading, not for headlines. */
export const lineShare = 0.86;

// Bold letters of this face are half as wide as their size on the average.
const reckonedHeight = (letters: number, size: number): number =>
  Math.ceil((letters * size * 0.5) / (headlineBox.width * 0.9)) * size * 1.25 * lineShare;

/** Sizes worth trying for a headline, the largest that should fit first: a long one is not drawn eight times. */
export const sizesToTry = (headline: string): readonly number[] => {
  const fits = headlineSizes.findIndex((size) => reckonedHeight([...headline].length, size) <= headlineBox.height);
  return headlineSizes.slice(fits < 0 ? -1 : fits);
};

/** Letters that surely fit in the smallest size; beyond them the headline is cut. */
const mostLetters = 420;

/** The headline no longer than a card can hold, cut between two words, or within the first where that is too long. */
export const cutToCard = (headline: string): string => {
  const letters = [...headline];
  if (letters.length <= mostLetters) return headline;
  const cut = letters.slice(0, mostLetters).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostLetters / 2)).trimEnd()}…`;
};
