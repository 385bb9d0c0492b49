/** Requests that no link asks for: made-up addresses, other forms, search, licence, and other programs' eyes. */
import { ask, type Manners } from '#newsroom/siteCheck/ask';
import type { CrawledSite, OtherReading, Probe } from '#newsroom/siteRules/crawledSite';
import { readPage } from '#newsroom/siteRules/pageFacts';
import { mayRead } from '#newsroom/siteRules/robotsFile';
import { articlePages } from '#newsroom/siteRules/siteView';

/** Programs whose eyes are borrowed; the empty one says no name at all. */
const programs = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Twitterbot/1.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  '',
] as const;

/** So many articles are asked about in other ways. */
const sample = 3;

const otherForms = (address: string): [Probe['kind'], string][] => {
  const url = new URL(address);
  const bare = url.pathname.replace(/\/$/, '');
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  return [
    ['made-up', `${url.origin}${bare.replace(/(\.\w+)?$/, '-which-nobody-published$1')}`],
    ...(last !== last.toUpperCase()
      ? [['upper case', `${url.origin}${bare.slice(0, -last.length)}${last.toUpperCase()}`] as [Probe['kind'], string]]
      : []),
    ['trailing slash', url.pathname.endsWith('/') ? url.origin + bare : `${url.origin}${bare}/`],
  ];
};

/** Asks them all. */
export const probesOf = async (
  site: CrawledSite,
  manners: Manners,
  indexNowKey?: string,
): Promise<readonly Probe[]> => {
  const { origin, robots } = site;
  const searches = [...new Set(site.pages.flatMap(({ facts }) => facts.searches))].slice(0, 2);
  const asked: [Probe['kind'], string, string][] = [
    ...articlePages(site)
      .slice(0, sample)
      .flatMap(({ address }) =>
        otherForms(address).map(([kind, form]): [Probe['kind'], string, string] => [kind, address, form]),
      ),
    ...searches.map((address): [Probe['kind'], string, string] => ['search', address, address]),
    ...(robots?.file.licences ?? [])
      .filter((address) => URL.canParse(address, origin))
      .map((address): [Probe['kind'], string, string] => ['licence', address, new URL(address, origin).href]),
    ...(indexNowKey === undefined
      ? []
      : [
          ['IndexNow key', indexNowKey, `${origin}/${encodeURIComponent(indexNowKey)}.txt`] as [
            Probe['kind'],
            string,
            string,
          ],
        ]),
  ];
  const probes: Probe[] = [];
  for (const [kind, of, address] of asked) {
    if (!URL.canParse(address) || new URL(address).origin !== origin || !mayRead(robots?.file, manners.agent, address))
      continue;
    const { answer, body } = await ask(address, manners);
    const text = body.toString('utf8');
    const isPage = kind === 'search' && (answer.headers['content-type'] ?? '').startsWith('text/html');
    probes.push({
      kind,
      of,
      answer,
      ...(isPage ? { facts: readPage(text, answer.address) } : { text: text.slice(0, 20_000) }),
    });
  }
  return probes;
};

/** Reads the front page and some articles as other programs do. */
export const readingsOf = async (
  site: CrawledSite,
  manners: Manners,
): Promise<ReadonlyMap<string, readonly OtherReading[]>> => {
  const readings = new Map<string, readonly OtherReading[]>();
  for (const address of [
    site.home,
    ...articlePages(site)
      .slice(0, 2)
      .map((page) => page.address),
  ]) {
    const others: OtherReading[] = [];
    if (!mayRead(site.robots?.file, manners.agent, address)) continue;
    for (const agent of programs) {
      if (
        agent !== '' &&
        !mayRead(site.robots?.file, agent.includes('Googlebot') ? 'googlebot' : (agent.split('/')[0] ?? ''), address)
      )
        continue;
      const { answer, body } = await ask(address, { ...manners, agent });
      others.push({ agent, answer, facts: readPage(body.toString('utf8'), address) });
    }
    readings.set(address, others);
  }
  return readings;
};
