/** Visits a site politely and gathers what the rules are asked about. */
import sharp from 'sharp';
import { gunzipSync } from 'node:zlib';
import { ask, turnsOf, type Asked, type Manners } from '#newsroom/siteCheck/ask';
import { probesOf, readingsOf } from '#newsroom/siteCheck/probes';
import { createShapes } from '#newsroom/siteCheck/shapes';
import { siteClock } from '#newsroom/siteCheck/siteClock';
import type { Answer, CrawledSite, Feed, Page, Picture, Sitemap } from '#newsroom/siteRules/crawledSite';
import { articleThings, many, resolvedAll, textOf, thingsOf } from '#newsroom/siteRules/jsonLd';
import { absolute, readPage, type PageFacts } from '#newsroom/siteRules/pageFacts';
import { pictureAddress } from '#newsroom/siteRules/partRules';
import { delayFor, mayRead, readRobots, type Robots } from '#newsroom/siteRules/robotsFile';
import { readFeed } from '#newsroom/siteRules/feedDocument';
import { readSitemap } from '#newsroom/siteRules/sitemapDocument';
import { meta } from '#newsroom/siteRules/siteView';
import { trustProperties } from '#newsroom/siteRules/trustRules';
import type { SiteFlags } from '#newsroom/siteCheck/flags';

/** A visit, and what it left out. */
export type Visit = { readonly site: CrawledSite; readonly notes: readonly string[] };

/** What a visit is told. */
export type VisitPlan = Pick<SiteFlags, 'maxPages' | 'concurrency' | 'agent' | 'indexNowKey'> & {
  readonly origin: string;
  /** The site's present moment; absent: as its answers and this machine's clock have it. */
  readonly now?: number;
  /** This machine's present moment; absent: what its clock says. */
  readonly own?: number;
  /** Hears of progress: documents visited and known. */
  readonly progress?: (done: number, known: number) => void;
  /** Milliseconds for one answer; absent: 20 seconds. */
  readonly within?: number;
};

/** Bytes of any body that are read. */
const mostBytes = 10 * 1024 * 1024;

/** Seconds between two requests that are waited at most, whatever robots.txt asks. */
const mostDelay = 30;

/** Places where sitemaps stand by custom, for sites whose robots.txt names none of them. */
const customary = ['/sitemap.xml', '/sitemap_index.xml', '/news-sitemap.xml'];

/** Text of a body, with a fault where it is not what it says. */
const decoded = (body: Buffer, type: string): { text: string; fault?: string } => {
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(body) };
  } catch {
    return { text: new TextDecoder().decode(body), fault: `the text is not ${charset}, as it is declared` };
  }
};

const pictureOf = async ({ answer, body }: Asked): Promise<Picture> => {
  try {
    const { format, width, height, compression } = await sharp(body).metadata();
    const name = format === 'heif' && compression === 'av1' ? 'avif' : format;
    return { answer, type: name === 'svg' ? 'image/svg+xml' : `image/${name}`, width, height };
  } catch {
    // Not a picture: rules say so.
    return { answer };
  }
};

/** Pictures that a page declares to machines. */
const picturesNamed = (facts: PageFacts, address: string): string[] => {
  const things = thingsOf(facts.blocks);
  const own = articleThings(things).flatMap((thing) =>
    many(thing.image).map((image) => resolvedAll(image, things)[0] ?? image),
  );
  return [
    absolute(meta(facts, 'og:image') ?? '', address),
    ...own.map((image) => pictureAddress(image, address)),
  ].filter((one) => one !== '' && one !== address);
};

/** Pages that a page names to machines. */
const pagesNamed = (facts: PageFacts, address: string): string[] => {
  const things = thingsOf(facts.blocks);
  const articles = articleThings(things);
  const publishers = [...things, ...articles.flatMap(({ publisher }) => resolvedAll(publisher, things))];
  return [
    ...articles.flatMap(({ author }) => resolvedAll(author, things).map(({ url }) => textOf(url))),
    ...publishers.flatMap((thing) => trustProperties.flatMap((key) => many(thing[key]).map(textOf))),
    ...facts.links
      .filter(({ rel, hreflang }) => rel.includes('canonical') || rel.includes('next') || hreflang !== '')
      .map(({ href }) => href),
  ].map((one) => (one === '' ? '' : absolute(one, address)));
};

/** The front page's own address: some sites lead from the root to the edition of a language. */
const homeOf = (answer: Answer | undefined, home: string): string =>
  answer && new URL(answer.address).origin === new URL(home).origin ? answer.address : home;

const feedType = /(rss|atom)\+xml|feed\+json/;

type Kind = 'page' | 'feed' | 'sitemap' | 'picture';

/** By address: what was found is told in the same order whichever answer came first. */
const inOrder = <T extends { readonly address: string }>(found: readonly T[]): T[] =>
  [...found].sort((a, b) => (a.address < b.address ? -1 : 1));

/** Visits the site; never throws for what the site answers. */
export const crawl = async (plan: VisitPlan): Promise<Visit> => {
  const { origin, maxPages, concurrency } = plan;
  const hurried: Manners = { agent: plan.agent, within: plan.within ?? 20_000, most: mostBytes };
  const home = `${origin}/`;
  const answers = new Map<string, Answer>();
  const namedBy = new Map<string, string>();
  const [pages, feeds, sitemaps]: [Page[], Feed[], Sitemap[]] = [[], [], []];
  const pictures = new Map<string, Picture>();
  const known = new Set<string>();
  const [soon, later]: [[string, Kind][], [string, Kind][]] = [[], []];
  const shapes = createShapes();
  const counts = { closed: 0, away: 0, pages: 0, left: 0 };

  const robotsAsked = await ask(`${origin}/robots.txt`, hurried);
  const isFile = robotsAsked.answer.status === 200 && !/html/.test(robotsAsked.answer.headers['content-type'] ?? '');
  const file: Robots = readRobots(isFile ? robotsAsked.body.toString('utf8') : '');

  const clock = siteClock(origin, robotsAsked.answer.headers, plan.now, plan.own ?? Date.now());
  const began = performance.now();
  const delay = Math.min(delayFor(file, plan.agent), mostDelay);
  const manners: Manners = {
    ...hurried,
    now: () => clock.now + performance.now() - began,
    ...(delay > 0 && { turn: turnsOf(delay * 1000) }),
  };

  const want = (address: string, kind: Kind, by?: string, isSoon = false): void => {
    if (address === '' || !URL.canParse(address)) return;
    if (by !== undefined && by < (namedBy.get(address) ?? '\uffff')) namedBy.set(address, by);
    if (known.has(address)) return;
    if (new URL(address).origin !== origin) return void counts.away++;
    known.add(address);
    if (!mayRead(file, plan.agent, address)) return void counts.closed++;
    (isSoon ? soon : later).push([address, kind]);
  };

  /** A page that a redirect led to counts once, at its own address; the redirect itself stays among the answers. */
  const arrived = (answer: Answer): Answer | undefined => {
    if (answer.hops.length === 0) return answer;
    if (known.has(answer.address)) return undefined;
    known.add(answer.address);
    const own = { ...answer, asked: answer.address, hops: [] };
    answers.set(own.address, own);
    return own;
  };

  const readPageAt = (asked: Asked, text: string): void => {
    const answer = arrived(asked.answer);
    if (!answer) return;
    const facts = readPage(text, answer.address);
    pages.push({ address: answer.asked, answer, facts });
    shapes.note(answer.asked, facts);
    for (const image of picturesNamed(facts, answer.address)) want(image, 'picture', answer.asked, true);
    for (const { rel, type, href } of facts.links)
      if (rel.includes('alternate') && feedType.test(type)) want(href, 'feed', answer.asked, true);
    if (/\b(nofollow|none)\b/.test(meta(facts, 'robots') ?? '')) return;
    for (const address of pagesNamed(facts, answer.address)) want(address, 'page', answer.asked, true);
    const links = facts.anchors.filter(({ rel }) => !rel.includes('nofollow'));
    // What stands in the footer of the front page is about the publication: a short visit must not miss it.
    if (answer.asked === home)
      for (const { href } of links.filter(({ inFooter }) => inFooter)) want(href, 'page', answer.asked, true);
    for (const { href } of links) want(href, 'page', answer.asked);
  };

  const readSitemapAt = (asked: Asked): void => {
    const { answer, body } = asked;
    const isPacked = body[0] === 0x1f && body[1] === 0x8b;
    let fault: string | undefined;
    let text = '';
    try {
      ({ text } = decoded(isPacked ? gunzipSync(body, { maxOutputLength: 60 * 1024 * 1024 }) : body, ''));
    } catch (error) {
      fault = `it cannot be unpacked: ${error instanceof Error ? error.message : error}`;
    }
    const read = readSitemap(text);
    const facts = fault === undefined ? read : { ...read, fault };
    sitemaps.push({ address: answer.asked, answer: { ...answer, bytes: Buffer.byteLength(text) }, facts });
    for (const { address } of facts.children) want(address, 'sitemap', answer.asked, true);
    for (const { address } of facts.entries) want(address, 'page', answer.asked, facts.isNews);
  };

  const readFeedAt = async (asked: Asked): Promise<void> => {
    const { answer, body } = asked;
    const facts = readFeed(decoded(body, answer.headers['content-type'] ?? '').text);
    const { etag, 'last-modified': modified } = answer.headers;
    const headers: Record<string, string> = etag
      ? { 'if-none-match': etag }
      : modified
        ? { 'if-modified-since': modified }
        : {};
    const conditional =
      Object.keys(headers).length > 0 ? (await ask(answer.address, { ...manners, headers })).answer.status : undefined;
    feeds.push({ address: answer.asked, answer, facts, ...(conditional !== undefined && { conditional }) });
    for (const { link } of facts.items) want(absolute(link, answer.asked), 'page', answer.asked, true);
  };

  const visit = async ([address, kind]: [string, Kind]): Promise<void> => {
    const asked = await ask(address, { ...manners, most: kind === 'sitemap' ? 60 * 1024 * 1024 : mostBytes });
    const type = (asked.answer.headers['content-type'] ?? '').toLowerCase();
    const start = asked.body.subarray(0, 400).toString('latin1');
    const isHere = new URL(asked.answer.address).origin === origin;
    const isText = kind === 'page' && /^(text\/html|application\/xhtml)/.test(type);
    const { text, fault } = isText ? decoded(asked.body, type) : { text: '' };
    const answer = asked.answer.fault === undefined && fault !== undefined ? { ...asked.answer, fault } : asked.answer;
    answers.set(address, answer);
    if (kind === 'picture') pictures.set(address, await pictureOf({ ...asked, answer }));
    else if (kind === 'feed' || (answer.status === 200 && (feedType.test(type) || /<(rss|feed)[\s>]/.test(start))))
      await readFeedAt(asked);
    else if (kind === 'sitemap') {
      // A customary place may well be empty; only a named one must answer.
      if (answer.status === 200 || namedBy.has(address)) readSitemapAt(asked);
      else answers.delete(address);
    } else if (isText && isHere && asked.answer.fault === undefined && answer.status > 0)
      readPageAt({ ...asked, answer }, text);
  };

  want(home, 'page', undefined, true);
  for (const address of file.sitemaps) want(absolute(address, home), 'sitemap', `${origin}/robots.txt`, true);
  for (const path of customary) want(origin + path, 'sitemap', undefined, true);

  let running = 0;
  let done = 0;
  await new Promise<void>((finished, broken) => {
    const next = (): void => {
      while (running < concurrency) {
        const task = soon.shift() ?? later.shift();
        if (!task) break;
        const [address, kind] = task;
        const isOver = kind === 'page' && (counts.pages >= maxPages || !shapes.isOpen(address));
        if (isOver) {
          if (counts.pages >= maxPages) counts.left++;
          continue;
        }
        if (kind === 'page') counts.pages++;
        running++;
        visit(task).then(() => {
          running--;
          done++;
          plan.progress?.(done, done + running + soon.length + later.length);
          next();
        }, broken);
      }
      if (running === 0) finished();
    };
    next();
  });

  const site: CrawledSite = {
    origin,
    home: homeOf(answers.get(home), home),
    now: clock.now,
    answers,
    namedBy,
    pages: inOrder(pages),
    sitemaps: inOrder(sitemaps),
    feeds: inOrder(feeds),
    pictures,
    robots: { answer: robotsAsked.answer, file },
    probes: [],
    readings: new Map(),
    endless: [...shapes.endless.values()],
  };
  const notes = [
    clock.note ?? '',
    counts.left > 0 ? `${counts.left} pages were not visited: --max-pages is ${maxPages}.` : '',
    counts.closed > 0 ? `${counts.closed} addresses were left alone, as robots.txt asks.` : '',
    delay > 0
      ? `Requests were made ${delay} seconds apart, as robots.txt asks; --max-pages makes a visit shorter.`
      : '',
    counts.away > 0 ? `${counts.away} addresses on other hosts were not visited.` : '',
  ].filter((note) => note !== '');
  const probes = await probesOf(site, manners, plan.indexNowKey);
  return { site: { ...site, probes, readings: await readingsOf(site, manners) }, notes };
};
