/** H1 to H3: what stands in the head of a page, for whoever asks. */
import type { CrawledSite, Page } from '#newsroom/siteRules/crawledSite';
import { absolute, type PageFacts } from '#newsroom/siteRules/pageFacts';
import type { Rule } from '#newsroom/siteRules/rule';
import { articlePages, canonicalOf, isIndexable, meta, publishers, robotsWords } from '#newsroom/siteRules/siteView';
import { pictureAddress } from '#newsroom/siteRules/partRules';

const google = 'https://developers.google.com/search/docs';

const inBody = (facts: PageFacts): string[] =>
  [
    facts.titles.some(({ inHead }) => !inHead) ? 'title' : '',
    facts.links.some(({ rel, inHead }) => rel.includes('canonical') && !inHead) ? 'canonical' : '',
    ...facts.metas
      .filter(({ name, inHead }) => !inHead && /^(robots|description|og:|article:|twitter:)/.test(name))
      .map(({ name }) => name),
    facts.blocks.some(({ inHead }) => !inHead) ? 'JSON-LD' : '',
  ].filter((name) => name !== '');

const missing = (page: Page, isArticle: boolean): string[] => {
  const { facts } = page;
  const wanted: [string, boolean][] = [
    ['title', (facts.titles[0]?.text ?? '') !== ''],
    ['canonical', canonicalOf(page) !== ''],
    ['og:title', !isArticle || meta(facts, 'og:title') !== undefined],
    ['og:url', !isArticle || meta(facts, 'og:url') !== undefined],
    ['JSON-LD', !isArticle || facts.blocks.length > 0],
  ];
  return wanted.flatMap(([name, isThere]) => (isThere ? [] : [name]));
};

/** Everything of a head that may not differ from one program to another. */
const essence = (facts: PageFacts): string =>
  JSON.stringify([
    facts.titles,
    facts.links.filter(({ rel }) => rel.includes('canonical')),
    facts.metas.filter(({ name }) => /^(robots|og:|article:)/.test(name)),
    facts.blocks.map(({ text, inHead }) => [text, inHead]),
  ]);

function* readings(site: CrawledSite) {
  for (const [address, others] of site.readings) {
    const page = site.pages.find((one) => one.address === address);
    for (const { agent, answer, facts } of others) {
      const who = agent === '' ? 'a program without a name' : agent;
      if (answer.status !== 200) yield { page: address, found: `${who} is answered ${answer.fault ?? answer.status}` };
      else if (page && facts && essence(facts) !== essence(page.facts))
        yield { page: address, found: `${who} is given another head` };
    }
  }
}

const h1: Rule = {
  name: 'H1',
  severity: 'must',
  source: `${google}/crawling-indexing/valid-page-metadata`,
  says: 'Title, canonical, robots, Open Graph and JSON-LD stand in the raw head of the page, for every program.',
  todo: 'Send metadata in the head with the first bytes, not streamed into the body and not by script, whoever asks.',
  *check(site) {
    const all = new Set(articlePages(site));
    for (const page of site.pages) {
      if (page.facts.fault !== undefined) yield { page: page.address, found: page.facts.fault };
      if (page.answer.status !== 200 || page.facts.fault !== undefined) continue;
      const outside = inBody(page.facts);
      if (outside.length > 0)
        yield { page: page.address, found: `outside the head: ${[...new Set(outside)].join(', ')}` };
      const absent = isIndexable(page) ? missing(page, all.has(page)) : [];
      if (absent.length > 0) yield { page: page.address, found: `missing: ${absent.join(', ')}` };
    }
    yield* readings(site);
  },
};

const shareOf = (site: CrawledSite, { facts, address }: Page) => {
  const written = meta(facts, 'og:image');
  const url = written === undefined ? '' : absolute(written, address);
  return { url, picture: site.pictures.get(url) };
};

const h2: Rule = {
  name: 'H2',
  severity: 'should',
  source: `${google}/appearance/google-discover`,
  says: 'An article allows large previews and offers a wide picture that is not the logo.',
  todo: 'Write max-image-preview:large, and an og:image at least 1200 pixels wide, over 300,000 pixels, near 16:9.',
  *check(site) {
    const logos = new Set(publishers(site).map(({ page, thing }) => pictureAddress(thing.logo, page.address)));
    for (const page of articlePages(site)) {
      if (isIndexable(page) && !robotsWords(page).includes('max-image-preview:large'))
        yield { page: page.address, found: 'max-image-preview:large is missing' };
      const { url, picture } = shareOf(site, page);
      if (url === '') yield { page: page.address, found: 'og:image is missing' };
      else if (logos.has(url)) yield { page: page.address, found: 'og:image is the logo' };
      const { width, height } = picture ?? {};
      if (!width || !height) continue;
      if (width < 1200 || width * height <= 300_000)
        yield { page: page.address, found: `og:image has ${width}×${height} pixels` };
      else if (width / height < 1.7 || width / height > 1.95)
        yield { page: page.address, found: `og:image has the shape ${width}×${height}` };
    }
  },
};

const h3: Rule = {
  name: 'H3',
  severity: 'should',
  source: 'https://ogp.me/#structured',
  says: 'The picture for other sites is as large as declared, described, under 600 kB, and the head ends within 300 kB.',
  todo: 'Write og:image:width, og:image:height and og:image:alt from the file itself; make the file and the head lighter.',
  *check(site) {
    for (const page of site.pages) {
      const say = (found: string) => ({ page: page.address, found });
      if (page.facts.headBytes > 300_000) yield say(`the head ends after ${page.facts.headBytes} bytes`);
      const { url, picture } = shareOf(site, page);
      if (url === '' || page.answer.status !== 200) continue;
      if (!meta(page.facts, 'og:image:alt')) yield say('og:image:alt is missing');
      const [width, height] = ['og:image:width', 'og:image:height'].map((name) => Number(meta(page.facts, name)));
      if (!width || !height) yield say('og:image:width or og:image:height is missing');
      if (!picture) continue;
      if (picture.answer.status !== 200)
        yield say(`${url} ${picture.answer.fault ?? `answers ${picture.answer.status}`}`);
      else if (!picture.width || !picture.height) yield say(`${url} is no picture that can be read`);
      else if (width && height && (picture.width !== width || picture.height !== height))
        yield say(`og:image is ${picture.width}×${picture.height}, declared ${width}×${height}`);
      if (picture.answer.bytes > 600_000) yield say(`og:image has ${picture.answer.bytes} bytes`);
    }
  },
};

/** H1 to H3. */
export const headRules: readonly Rule[] = [h1, h2, h3];
