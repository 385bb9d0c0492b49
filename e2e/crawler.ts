/** Visits a site as a crawler does: everything that any public page, feed or sitemap names. */

/** One answer. Text is empty for pictures, sound, films and documents. */
export type Answer = {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** All headers, one on each line: they tell things too. */
  readonly headers: string;
  /** Where the address was first named. */
  readonly from: string;
};

/** Which addresses are asked for; the others are only noted. */
export type Crawl = {
  readonly base: string;
  readonly starts: readonly string[];
  readonly visit: (path: string) => boolean;
};

const attributes = /\s(?:href|src|action|poster|data-src|url)="([^"]+)"/g;
const lists = /\ssrcset="([^"]+)"/gi;
const absolutes = /<(?:loc|link)>([^<]+)<|\scontent="(https?:[^"]+)"/g;
const inJson = /"(?:url|item|@id|contentUrl|logo)":"(https?:[^"#]+)"/g;

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");

/** Every address that a document names, without its fragment; what leads to another site is left out. */
export const addressesIn = (base: string, path: string, text: string): readonly string[] => {
  const named = [
    ...[...text.matchAll(attributes)].map(([, address]) => address),
    ...[...text.matchAll(lists)].flatMap(([, list = '']) => list.split(',').map((part) => part.trim().split(' ')[0])),
    ...[...text.matchAll(absolutes)].map(([, loc, content]) => loc ?? content),
    ...[...text.matchAll(inJson)].map(([, address]) => address),
  ];
  return named.flatMap((address) => {
    const url = new URL(unescaped(address ?? ''), base + path);
    return url.origin === base ? [url.pathname + url.search] : [];
  });
};

const ask = async (base: string, path: string, from: string): Promise<Answer> => {
  const response = await fetch(base + path, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const readable = /html|xml|json|text/.test(type);
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const bytes = await response.arrayBuffer();
  return { path, status: response.status, type, text: readable ? new TextDecoder().decode(bytes) : '', headers, from };
};

/** Asks for all that can be reached, four at a time. */
export const crawl = async ({ base, starts, visit }: Crawl): Promise<readonly Answer[]> => {
  const found = new Map(starts.map((path) => [path, 'the start']));
  const waiting = [...starts];
  const answers: Answer[] = [];
  while (waiting.length > 0) {
    const batch = await Promise.all(waiting.splice(0, 4).map((path) => ask(base, path, found.get(path) ?? '')));
    answers.push(...batch);
    for (const { path, text } of batch) {
      for (const address of addressesIn(base, path, text)) {
        if (found.has(address)) continue;
        found.set(address, path);
        if (visit(address)) waiting.push(address);
      }
    }
  }
  return answers;
};

/** Where a crawler begins. */
export const publicStarts = [
  '/',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/feed.xml',
  '/robots.txt',
  '/site.webmanifest',
  '/.well-known/security.txt',
  '/news-sitemap.xml',
  '/llms.txt',
  '/llms-full.txt',
  '/license.xml',
  '/speculation-rules.json',
  '/api/health/ready',
];

/** Pictures in all their sizes are many and say nothing; forms are not for crawlers. */
export const isRead = (path: string): boolean => !path.startsWith('/pictures/') && !path.startsWith('/api/');

const kept = new Map<string, Promise<readonly Answer[]>>();

/** Everything readable that the site says in public; asked for once, though several promises are tested on it. */
export const publicAnswers = (base: string): Promise<readonly Answer[]> => {
  const before = kept.get(base) ?? crawl({ base, starts: publicStarts, visit: isRead });
  kept.set(base, before);
  return before;
};
