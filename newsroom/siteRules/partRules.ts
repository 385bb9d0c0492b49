/** A6, A8 to A10: pictures, gates and corrections of an article. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { isThing, many, resolvedAll, textOf } from '#newsroom/siteRules/jsonLd';
import { momentOf } from '#newsroom/siteRules/moments';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, type ArticlePage } from '#newsroom/siteRules/siteView';

const google = 'https://developers.google.com/search/docs/appearance/structured-data';

/** Address of a picture in structured data, text or ImageObject. */
export const pictureAddress = (value: unknown, base: string): string =>
  absolute(isThing(value) ? textOf(value.contentUrl ?? value.url ?? value['@id']) : textOf(value), base);

/** A check that looks at each article by itself. */
export const inEach = (of: (article: ArticlePage, site: CrawledSite) => Iterable<string>): Rule['check'] =>
  function* (site) {
    for (const article of articles(site))
      for (const found of of(article, site)) yield { page: article.page.address, found };
  };

type Size = { readonly width: number; readonly height: number };

const declaredSize = (image: unknown): Size | undefined => {
  const number = (value: unknown): number => Number.parseInt(textOf(isThing(value) ? value.value : value), 10);
  if (!isThing(image) || image.width === undefined || image.height === undefined) return undefined;
  return { width: number(image.width), height: number(image.height) };
};

const shapes = [
  ['16:9', 16 / 9],
  ['4:3', 4 / 3],
  ['1:1', 1],
] as const;

function* pictureFaults({ page, thing, things }: ArticlePage, site: CrawledSite): Iterable<string> {
  const images = many(thing.image).map((image) => (isThing(image) ? (resolvedAll(image, things)[0] ?? image) : image));
  const isIllustrated = page.facts.images.some(({ gap, width, isLazy }) => gap >= 0 && width >= 400 && !isLazy);
  if (images.length === 0) return isIllustrated ? yield 'image is missing' : undefined;
  const sizes: Size[] = [];
  for (const image of images) {
    const address = pictureAddress(image, page.address);
    const declared = declaredSize(image);
    const picture = site.pictures.get(address);
    if (address === '') yield 'an image has no address';
    const real = picture?.width && picture.height ? { width: picture.width, height: picture.height } : undefined;
    const size = real ?? declared;
    if (size) sizes.push(size);
    if (!picture) continue;
    const { answer, type } = picture;
    const said = (answer.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    if (answer.status !== 200) yield `${address} ${answer.fault ?? `answers ${answer.status}`}`;
    else if (!type || !real) yield `${address} is no picture that can be read`;
    else if (said !== type) yield `${address} is sent as ${said || 'nothing'} and is ${type}`;
    if (real && declared && (real.width !== declared.width || real.height !== declared.height))
      yield `${address} is ${real.width}×${real.height}, declared ${declared.width}×${declared.height}`;
  }
  if (sizes.length < images.length) return;
  const small = sizes.find(({ width, height }) => width * height < 50_000);
  if (small) yield `a picture has only ${small.width}×${small.height} pixels, less than 50,000`;
  const missing = shapes.filter(
    ([, shape]) => !sizes.some(({ width, height }) => Math.abs(width / height / shape - 1) < 0.02),
  );
  if (missing.length > 0) yield `no picture in ${missing.map(([name]) => name).join(', ')}`;
  if (!sizes.some(({ width }) => width >= 1200)) yield `no picture is 1200 pixels wide`;
}

const a6: Rule = {
  name: 'A6',
  severity: 'should',
  source: `${google}/article`,
  says: 'An article offers its picture in 16:9, 4:3 and 1:1, large enough, and each is what it is declared to be.',
  todo: 'List three cuts of at least 50,000 pixels, one of them 1200 pixels wide, with the size and type of the file itself.',
  check: inEach(pictureFaults),
};

const a8: Rule = {
  name: 'A8',
  severity: 'must',
  source: `${google}/paywalled-content`,
  says: 'Gated sections are named by one class that is on the page and not nested.',
  todo: 'Write hasPart with cssSelector ".class" for sections that stand beside one another, and isAccessibleForFree: false.',
  *check(site) {
    for (const { address, facts } of site.pages)
      for (const { selector, isClass, matches, nested } of facts.gates) {
        if (!isClass) yield { page: address, found: `cssSelector ${quoted(selector)} is not one class` };
        else if (matches === 0) yield { page: address, found: `${selector} names nothing on the page` };
        if (nested > 0) yield { page: address, found: `${selector} stands inside another gated section` };
      }
  },
};

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a list or one of its further pages links an address; yes where it has further pages that were not visited. */
const isListed = (address: string, list: string, site: CrawledSite): boolean => {
  const first = list.replace(/\/$/, '');
  const isOfList = (href: string): boolean =>
    href === list || href.startsWith(`${first}/`) || href.startsWith(`${first}?`);
  const pages = site.pages.filter((page) => isOfList(page.address));
  const visited = new Set([list, ...pages.map((page) => page.address)]);
  return pages.some(({ facts }) =>
    facts.anchors.some(
      ({ href }) => href === address || (/\d+\/?$/.test(href) && isOfList(href) && !visited.has(href)),
    ),
  );
};

function* correctionFaults({ page, thing, things }: ArticlePage, site: CrawledSite): Iterable<string> {
  const text = plain(page.facts.text);
  for (const correction of many(thing.correction)) {
    const words = isThing(correction) ? textOf(correction.text) : textOf(correction);
    if (!isThing(correction)) yield `a correction is bare text: ${quoted(words)}`;
    else if (momentOf(textOf(correction.datePublished)) === undefined)
      yield `the correction ${quoted(words)} has no moment of publication`;
    if (words === '') yield 'a correction has no text';
    else if (!text.includes(plain(words))) yield `the correction ${quoted(words)} is not on the page`;
  }
  if (resolvedAll(thing.correction, things).length === 0) return;
  const list = site.pages.find(
    ({ address, answer }) => answer.status === 200 && /\/corrections\/?$/.test(new URL(address).pathname),
  );
  if (list && !isListed(page.address, list.address, site)) yield `${list.address} does not list this corrected article`;
}

const a9: Rule = {
  name: 'A9',
  severity: 'should',
  source: 'https://schema.org/CorrectionComment',
  says: 'Each correction in structured data has its text and moment, stands on the page, and the list of corrections links the article.',
  todo: 'Draw the visible correction, the CorrectionComment and the row of the corrections page from one record.',
  check: inEach(correctionFaults),
};

const rights = ['creator', 'creditText', 'copyrightNotice', 'license'] as const;

const a10: Rule = {
  name: 'A10',
  severity: 'should',
  source: `${google}/image-license-metadata`,
  says: 'A picture in structured data has contentUrl and at least one of creator, creditText, copyrightNotice, license.',
  todo: 'Write the credit of each photo beside its contentUrl.',
  check: inEach(function* ({ thing, things }) {
    for (const image of resolvedAll(thing.image, things)) {
      const address = textOf(image.contentUrl ?? image.url);
      if (textOf(image.contentUrl) === '') yield `${address || 'a picture'} has no contentUrl`;
      else if (!rights.some((key) => many(image[key]).length > 0))
        yield `${address} names neither creator nor credit, copyright or licence`;
    }
  }),
};

/** A6, A8 to A10. */
export const partRules: readonly Rule[] = [a6, a8, a9, a10];
