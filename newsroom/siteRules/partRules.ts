/** A6, A8 to A10, L1 to L3: pictures, gates and corrections of an article, and live coverage. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { isA, isThing, many, resolvedAll, textOf, type Thing } from '#newsroom/siteRules/jsonLd';
import { isSameMoment, momentOf } from '#newsroom/siteRules/moments';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, isLive, pagesByAddress, type ArticlePage } from '#newsroom/siteRules/siteView';

const google = 'https://developers.google.com/search/docs/appearance/structured-data';

/** Address of a picture in structured data, text or ImageObject. */
export const pictureAddress = (value: unknown, base: string): string =>
  absolute(isThing(value) ? textOf(value.contentUrl ?? value.url ?? value['@id']) : textOf(value), base);

const inEach = (of: (article: ArticlePage, site: CrawledSite) => Iterable<string>): Rule['check'] =>
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
  const [list] = site.pages.filter(
    ({ address, answer }) => answer.status === 200 && /\/corrections\/?$/.test(new URL(address).pathname),
  );
  if (list && !list.facts.anchors.some(({ href }) => href === page.address))
    yield `${list.address} does not list this corrected article`;
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

const liveSource = 'https://schema.org/LiveBlogPosting';

const inLive = (of: (thing: Thing, article: ArticlePage) => Iterable<string>): Rule['check'] =>
  inEach((article) => (isLive(article) ? of(article.thing, article) : []));

const l1: Rule = {
  name: 'L1',
  severity: 'should',
  source: liveSource,
  says: 'A live blog says when coverage starts, and when it ended once it has.',
  todo: 'Write coverageStartTime always, coverageEndTime when coverage is over and not before, both with an offset.',
  *check(site) {
    for (const article of articles(site)) {
      if (!isLive(article)) continue;
      const [start, end] = [textOf(article.thing.coverageStartTime), textOf(article.thing.coverageEndTime)];
      const page = article.page.address;
      if (momentOf(start) === undefined) yield { page, found: `coverageStartTime is ${start || 'missing'}` };
      const ended = end === '' ? undefined : (momentOf(end) ?? NaN);
      if (ended !== undefined && !(ended <= site.now))
        yield { page, found: `coverageEndTime is ${end}, which is not past` };
    }
  },
};

const l2: Rule = {
  name: 'L2',
  severity: 'should',
  source: liveSource,
  says: 'Each entry of a live blog is a BlogPosting with headline, moment, text and an address with a fragment.',
  todo: 'Write liveBlogUpdate with headline, datePublished, articleBody and the address of the entry on this page.',
  check: inLive(function* (thing, { page, things }) {
    const entries = resolvedAll(thing.liveBlogUpdate, things);
    if (entries.length === 0) yield 'there is no liveBlogUpdate';
    for (const entry of entries) {
      const name = quoted(textOf(entry.headline) || 'an entry');
      if (!isA(entry, 'BlogPosting')) yield `${name} is no BlogPosting`;
      for (const key of ['headline', 'articleBody'] as const)
        if (textOf(entry[key]) === '') yield `${name} has no ${key}`;
      if (momentOf(textOf(entry.datePublished)) === undefined) yield `${name} has no datePublished with an offset`;
      const url = textOf(entry.url);
      if (!url.includes('#') || absolute(url, page.address) !== page.address)
        yield `${name} has no address on this page`;
    }
  }),
};

const l3: Rule = {
  name: 'L3',
  severity: 'should',
  source: liveSource,
  says: 'A live blog was modified when its newest entry was published.',
  todo: 'Set dateModified to the moment of the newest entry.',
  check: inLive(function* (thing, { things }) {
    const moments = resolvedAll(thing.liveBlogUpdate, things).map((entry) =>
      textOf(entry.dateModified ?? entry.datePublished),
    );
    const newest = moments
      .filter((moment) => momentOf(moment) !== undefined)
      .sort((a, b) => (momentOf(b) ?? 0) - (momentOf(a) ?? 0))[0];
    const modified = textOf(thing.dateModified);
    if (newest !== undefined && !isSameMoment(newest, modified))
      yield `dateModified is ${modified}, the newest entry is of ${newest}`;
  }),
};

const breadcrumb = `${google}/breadcrumb`;

const p1: Rule = {
  name: 'P1',
  severity: 'should',
  source: breadcrumb,
  says: 'An article has a BreadcrumbList of two or more places, numbered from 1, equal to the visible trail.',
  todo: 'Draw both from one list; give every place but the last an absolute item.',
  check: inEach(function* ({ page, things }) {
    const lists = things.filter((thing) => isA(thing, 'BreadcrumbList'));
    const [list] = lists;
    if (!list) return yield 'there is no BreadcrumbList';
    const items = resolvedAll(list.itemListElement, things);
    if (items.length < 2) yield `the BreadcrumbList has ${items.length} places`;
    if (items.some(({ position }, index) => Number(position) !== index + 1)) yield 'positions do not run from 1';
    const names = items.map((item) => textOf(item.name) || (isThing(item.item) ? textOf(item.item.name) : ''));
    if (names.includes('')) yield 'a place has no name';
    if (items.slice(0, -1).some(({ item }) => !/^https?:\/\//.test(textOf(item))))
      yield 'a place before the last has no absolute item';
    const { trail } = page.facts;
    const isSame = trail.every((name, index) => name === names[index]) && names.length - trail.length <= 1;
    if (trail.length > 0 && !isSame)
      yield `the trail on the page is ${quoted(trail.join(' / '))}, in structured data ${quoted(names.join(' / '))}`;
  }),
};

const p2: Rule = {
  name: 'P2',
  severity: 'should',
  source: `${google}/profile-page`,
  says: "An author's page is a ProfilePage of a Person with name, address and description, and lists the newest articles first.",
  todo: 'Write mainEntity Person with name, url, description, and sameAs for every rel=me link; order the list by publication.',
  *check(site) {
    const dated = new Map(
      articles(site).map(({ page, thing }) => [page.address, momentOf(textOf(thing.datePublished)) ?? 0]),
    );
    for (const page of pagesByAddress(site).values()) {
      const things = page.facts.blocks.flatMap((block) => block.things);
      const profile = things.find((thing) => isA(thing, 'ProfilePage'));
      if (!profile || page.answer.status !== 200) continue;
      const [person] = resolvedAll(profile.mainEntity, things);
      if (!person) yield { page: page.address, found: 'the ProfilePage has no mainEntity' };
      else
        for (const key of ['name', 'url', 'description'] as const)
          if (textOf(person[key]) === '') yield { page: page.address, found: `the person has no ${key}` };
      if (person && page.facts.anchors.some(({ rel }) => rel.includes('me')) && many(person.sameAs).length === 0)
        yield { page: page.address, found: 'links with rel=me are not in sameAs' };
      const own = new Set(
        articles(site)
          .filter((article) =>
            resolvedAll(article.thing.author, article.things).some(
              ({ url }) => absolute(textOf(url), page.address) === page.address,
            ),
          )
          .map((article) => article.page.address),
      );
      const listed = [...new Set(page.facts.anchors.filter(({ inFooter }) => !inFooter).map(({ href }) => href))]
        .filter((href) => own.has(href))
        .map((href) => dated.get(href) ?? 0);
      if (listed.some((moment, index) => index > 0 && moment > (listed[index - 1] ?? 0)))
        yield { page: page.address, found: 'articles are not listed newest first' };
    }
  },
};

/** A6, A8 to A10, L1 to L3, P1, P2. */
export const partRules: readonly Rule[] = [a6, a8, a9, a10, l1, l2, l3, p1, p2];
