/** What machines get: the renderer's CPU for the newest page of each output, in each case the first after an edition. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIngest } from '#archive/ingest';
import { site } from '#site';
import { forkedMark } from '#edge/messages';
import { articleAddress, articleFile, articleText } from './corpus';
import { atMost, number, withUnit } from './figures';
import { environmentOf } from './measuredSite';
import { benchClock } from './newsrooms';
import type { Newsroom, Outcome, Part, PartOptions } from './part';
import { siteScript } from './scripts';
import { cpuOf } from './spent';
import { start } from './started';

/** Milliseconds of CPU that one output may take at the largest size. */
const wanted = 30;
/** Editions before each of which an output is asked for once: Linux counts CPU in hundredths of a second. */
const editions = 20;
/** Askings without an edition between them. */
const again = 100;
const warming = 15;

/** The outputs by name, with the address of the newest page of each. */
const outputs: readonly (readonly [string, string])[] = [
  ['whole article page, its metadata and JSON-LD included', articleAddress(0)],
  ['article in Markdown', `${articleAddress(0)}.md`],
  ['site feed, RSS', '/feed.xml'],
  ['site feed, Atom', '/atom.xml'],
  ['site feed, JSON', '/feed.json'],
  ['category feed', '/category/science/feed.xml'],
  ['tag feed', '/tag/river/feed.xml'],
  ['sitemap index', '/sitemap.xml'],
  ['sitemap of pages', '/sitemaps/pages.xml'],
  ['sitemap of categories', '/sitemaps/category.xml'],
  ['sitemap of authors', '/sitemaps/author.xml'],
  ['sitemap of tags', '/sitemaps/tag.xml'],
  ['sitemap of the newest month', '/sitemaps/2026-10.xml'],
  ['news sitemap', '/news-sitemap.xml'],
  ['llms.txt', '/llms.txt'],
  ['llms-full.txt', '/llms-full.txt'],
  ['robots.txt', '/robots.txt'],
];

/** A renderer without a front door that would keep its answers. */
const openRenderer = async (newsroom: Newsroom) => {
  // A front door would hand its clock on: without it the newest article would be no news any more.
  const clock = String(Date.parse(benchClock) - Date.now());
  const env = { ...environmentOf(newsroom, 0), SITE_URL: 'http://127.0.0.1', CLOCK_SHIFT: clock, [forkedMark]: '1' };
  const started = start(process.execPath, [siteScript('renderer')], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const port = await new Promise<number>((resolve, reject) => {
    started.child.on('exit', () => reject(new Error(`The renderer ended:\n${started.said()}`)));
    started.child.on('message', (message: { readonly type: string; readonly port?: number }) => {
      if (message.type === 'ready' && message.port !== undefined) resolve(message.port);
    });
    // It opens the archive when it hears that an edition stands.
    started.child.send({ type: 'edition', edition: undefined });
  });
  const ask = async (path: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    const { byteLength } = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return byteLength;
  };
  return { ask, pid: started.pid, end: started.end };
};

type Renderer = Awaited<ReturnType<typeof openRenderer>>;
type Publish = () => Promise<unknown>;

/** Makes an edition of one changed article, so that nothing that was counted before can be used again. */
const publisherOf = ({ contentDir, dataDir }: Newsroom) => {
  const ingest = createIngest({ contentDir, dataDir, site, now: () => Date.parse(benchClock) });
  const save = (mark: string): Promise<unknown> => {
    writeFileSync(join(contentDir, articleFile(0)), articleText(0, mark));
    return ingest.run([articleFile(0)]);
  };
  let count = 0;
  return {
    publish: () => save(`change ${(count += 1)} of `),
    close: async () => {
      await save('');
      await ingest.close();
    },
  };
};

/** Milliseconds of the renderer's CPU that each asking takes, with or without an edition before it. */
const costOf = async (renderer: Renderer, path: string, times: number, before?: Publish): Promise<number> => {
  let spent = 0;
  for (let nth = 0; nth < times; nth += 1) {
    await before?.();
    const began = cpuOf(renderer.pid);
    await renderer.ask(path);
    spent += cpuOf(renderer.pid) - began;
  }
  return spent / times;
};

type Cost = { readonly name: string; readonly first: number; readonly next: number; readonly bytes: number };

const measure = async (newsroom: Newsroom, { say }: PartOptions): Promise<readonly Cost[]> => {
  say(`${newsroom.size} articles: asking the renderer`);
  const renderer = await openRenderer(newsroom);
  const publisher = publisherOf(newsroom);
  const costs: Cost[] = [];
  try {
    for (const [name, path] of outputs) {
      let bytes = 0;
      for (let nth = 0; nth < warming; nth += 1) bytes = await renderer.ask(path);
      const next = await costOf(renderer, path, again);
      const first = await costOf(renderer, path, editions, publisher.publish);
      costs.push({ name, first, next, bytes });
    }
    return costs;
  } finally {
    await publisher.close();
    await renderer.end();
  }
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const measured = [];
  for (const size of options.sizes) {
    const newsroom = await options.newsroom(size);
    measured.push({ size, costs: await measure(newsroom, options) });
  }
  const largest = measured.at(-1);
  if (!largest) throw new Error('No size was asked for.');
  return {
    tables: measured.map(({ size, costs }) => ({
      title: `${number(size)} articles`,
      columns: ['output', 'CPU of the first after an edition', 'CPU of the next', 'kB'],
      rows: costs.map(({ name, first, next, bytes }) => [
        name,
        withUnit(first, 'ms'),
        withUnit(next, 'ms'),
        number(bytes / 1000),
      ]),
    })),
    goals: largest.costs.map(({ name, first }) =>
      atMost(`${name} at ${number(largest.size)} articles`, first, wanted, 'ms'),
    ),
    notes: [
      `CPU is that of the renderer, without a front door before it: ${editions} editions, and ${again} askings without one.`,
      'The corpus has eight categories, twelve authors and thirty tags, with 6,000 to 8,000 articles each.',
    ],
  };
};

/** The part `machines`. */
export const machines: Part = {
  name: 'machines',
  what: 'CPU for the newest page of each feed, sitemap, Markdown twin and other file for machines',
  takes: 4,
  run,
};
