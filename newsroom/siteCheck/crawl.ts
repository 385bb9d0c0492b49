/** Visits a site politely and gathers what the rules are asked about. */
import { ask, turnsOf, type Asked, type Manners } from '#newsroom/siteCheck/ask';
import type { SiteFlags } from '#newsroom/siteCheck/flags';
import { openItinerary, type Kind } from '#newsroom/siteCheck/itinerary';
import { pagesNamed, picturesNamed } from '#newsroom/siteCheck/namedToMachines';
import { probesOf, readingsOf } from '#newsroom/siteCheck/probes';
import { decoded, mostOfSitemap, pictureOf, sitemapOf } from '#newsroom/siteCheck/readAnswer';
import { createShapes } from '#newsroom/siteCheck/shapes';
import { siteClock } from '#newsroom/siteCheck/siteClock';
import type { Answer, CrawledSite, Feed, Page, Picture, Sitemap } from '#newsroom/siteRules/crawledSite';
import { readFeed } from '#newsroom/siteRules/feedDocument';
import { absolute, readPage } from '#newsroom/siteRules/pageFacts';
import { delayFor, readRobots, type Robots } from '#newsroom/siteRules/robotsFile';
import { meta } from '#newsroom/siteRules/siteView';

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

/** The front page's own address: some sites lead from the root to the edition of a language. */
const homeOf = (answer: Answer | undefined, home: string): string =>
  answer && new URL(answer.address).origin === new URL(home).origin ? answer.address : home;

const feedType = /(rss|atom)\+xml|feed\+json/;

/** By address: what was found is told in the same order whichever answer came first. */
const inOrder = <T extends { readonly address: string }>(found: readonly T[]): T[] =>
  [...found].sort((a, b) => (a.address < b.address ? -1 : 1));

/** Visits the site; never throws for what the site answers. */
export const crawl = async (plan: VisitPlan): Promise<Visit> => {
  const { origin, maxPages, concurrency } = plan;
  const hurried: Manners = { agent: plan.agent, within: plan.within ?? 20_000, most: mostBytes };
  const home = `${origin}/`;
  const answers = new Map<string, Answer>();
  const [pages, feeds, sitemaps]: [Page[], Feed[], Sitemap[]] = [[], [], []];
  const pictures = new Map<string, Picture>();
  const shapes = createShapes();

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

  const journey = openItinerary({ origin, agent: plan.agent, robots: file, maxPages, isOpen: shapes.isOpen });
  const { want } = journey;

  /** A page that a redirect led to counts once, at its own address; the redirect itself stays among the answers. */
  const arrived = (answer: Answer): Answer | undefined => {
    if (answer.hops.length === 0) return answer;
    if (!journey.arriveAt(answer.address)) return undefined;
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
    const sitemap = sitemapOf(asked);
    sitemaps.push(sitemap);
    const { address: by, facts } = sitemap;
    for (const { address } of facts.children) want(address, 'sitemap', by, true);
    for (const { address } of facts.entries) want(address, 'page', by, facts.isNews);
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

  const visit = async ([address, kind]: readonly [string, Kind]): Promise<void> => {
    const asked = await ask(address, { ...manners, most: kind === 'sitemap' ? mostOfSitemap : mostBytes });
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
      if (answer.status === 200 || journey.namedBy.has(address)) readSitemapAt(asked);
      else answers.delete(address);
    } else if (isText && isHere && asked.answer.fault === undefined && answer.status > 0)
      readPageAt({ ...asked, answer }, text);
  };

  want(home, 'page', undefined, true);
  for (const address of file.sitemaps) want(absolute(address, home), 'sitemap', `${origin}/robots.txt`, true);
  for (const path of customary) want(origin + path, 'sitemap', undefined, true);

  let [running, done] = [0, 0];
  await new Promise<void>((finished, broken) => {
    const next = (): void => {
      while (running < concurrency) {
        const stop = journey.next();
        if (!stop) break;
        running++;
        visit(stop).then(() => {
          running--;
          done++;
          plan.progress?.(done, done + running + journey.waiting());
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
    namedBy: journey.namedBy,
    pages: inOrder(pages),
    sitemaps: inOrder(sitemaps),
    feeds: inOrder(feeds),
    pictures,
    robots: { answer: robotsAsked.answer, file },
    probes: [],
    readings: new Map(),
    endless: [...shapes.endless.values()],
  };
  const { left } = journey;
  const notes = [
    clock.note ?? '',
    left.tooMany > 0 ? `${left.tooMany} pages were not visited: --max-pages is ${maxPages}.` : '',
    left.closed > 0 ? `${left.closed} addresses were left alone, as robots.txt asks.` : '',
    delay > 0
      ? `Requests were made ${delay} seconds apart, as robots.txt asks; --max-pages makes a visit shorter.`
      : '',
    left.away > 0 ? `${left.away} addresses on other hosts were not visited.` : '',
  ].filter((note) => note !== '');
  const probes = await probesOf(site, manners, plan.indexNowKey);
  return { site: { ...site, probes, readings: await readingsOf(site, manners) }, notes };
};
