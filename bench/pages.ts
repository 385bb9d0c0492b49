/** What each type of page costs: CPU of the renderer, bytes on the wire, and whether a large archive makes lists dearer. */
import { join } from 'node:path';
import { articleAddress } from './corpus';
import { atMost, kilobytes, number, withUnit } from './figures';
import { openMeasuredSite } from './measuredSite';
import type { Goal, Newsroom, Outcome, Part, PartOptions } from './part';
import { openRendererAlone } from './rendererAlone';
import { clone } from './scripts';
import { weigh, type Weight } from './weight';

/** The types of page, by an address that every corpus has. */
const types: readonly (readonly [string, string])[] = [
  ['article', articleAddress(5)],
  ['front', '/'],
  ['category', '/category/science'],
  ['category, page 2', '/category/science/page/2'],
  ['author', '/author/author-3'],
  ['tag', '/tag/river'],
  ['all tags', '/tag'],
  ['year', '/2026'],
  ['month', '/2026/10'],
  ['day', '/2026/10/14'],
  ['corrections', '/corrections'],
  ['Markdown twin', `${articleAddress(5)}.md`],
  ['feed', '/feed.xml'],
  ['sitemap index', '/sitemap.xml'],
];

/** Those whose cost must not grow with the archive. */
const lists = ['front', 'category', 'category, page 2', 'author', 'tag', 'month', 'feed'];

/** Renderings that are measured of each type, after as many that are not. */
const renders = 150;

type Cost = { readonly name: string; readonly cpu: number; readonly weight: Weight };

const costsOf = async (newsroom: Newsroom, { say }: PartOptions): Promise<Cost[]> => {
  say(`${newsroom.size} articles: weighing`);
  const site = await openMeasuredSite(newsroom);
  const weights = new Map<string, Weight>();
  try {
    for (const [name, path] of types) weights.set(name, await weigh(site.url, path));
  } finally {
    await site.end();
  }
  const renderer = await openRendererAlone(newsroom);
  const costs: Cost[] = [];
  try {
    for (const [name, path] of types) {
      const [cpu, weight] = [await renderer.cpuFor(path, renders), weights.get(name)];
      say(`${newsroom.size} articles: ${name}: ${number(cpu)} ms of CPU`);
      if (weight) costs.push({ name, cpu, weight });
    }
  } finally {
    renderer.end();
  }
  return costs;
};

const rowOf = ({ name, cpu, weight }: Cost): string[] => [
  name,
  withUnit(cpu, 'ms'),
  kilobytes(weight.html),
  weight.css ? kilobytes(weight.css) : '',
  weight.js ? kilobytes(weight.js) : '',
  weight.fonts ? kilobytes(weight.fonts) : '',
  kilobytes(weight.nextVisit),
];

const columns = ['page', 'CPU', 'HTML', 'CSS', 'JavaScript', 'fonts (all)', 'next visit'];

/** Addresses of the sample paper, with photos, that are weighed beside the corpus, which has none. */
const sampleWeights = async ({ folder, say }: PartOptions): Promise<{ name: string; weight: Weight }[]> => {
  say('the sample paper: weighing');
  const site = await openMeasuredSite({ contentDir: join(clone, 'content'), dataDir: join(folder, 'sample') });
  try {
    const front = await (await fetch(site.url)).text();
    const article = /href="(\/\d{4}\/\d\d\/\d\d\/[^"?#]+)"/.exec(front)?.[1] ?? '/';
    return [
      { name: 'front of the sample paper', weight: await weigh(site.url, '/') },
      { name: `article of the sample paper`, weight: await weigh(site.url, article) },
    ];
  } finally {
    await site.end();
  }
};

const growth = (small: readonly Cost[], large: readonly Cost[], figure: (cost: Cost) => number): number =>
  Math.max(
    ...lists.map((name) => {
      const [before, after] = [small.find((cost) => cost.name === name), large.find((cost) => cost.name === name)];
      return before && after ? figure(after) / figure(before) : NaN;
    }),
  );

const weightGoals = (name: string, weight: Weight): Goal[] => [
  atMost(`${name}: HTML, CSS and JavaScript`, (weight.html + weight.css + weight.js) / 1000, 25, 'kB'),
  atMost(`${name}: on the next visit`, weight.nextVisit / 1000, 12, 'kB'),
  atMost(`${name}: JavaScript`, weight.js / 1000, 6, 'kB'),
  atMost(`${name}: fonts, once`, weight.fonts / 1000, 70, 'kB'),
];

const run = async (options: PartOptions): Promise<Outcome> => {
  const sizes = [...new Set([options.sizes.at(0), options.sizes.at(-1)])].filter((size) => size !== undefined);
  const measured: [number, Cost[]][] = [];
  for (const size of sizes) measured.push([size, await costsOf(await options.newsroom(size), options)]);
  const sample = await sampleWeights(options);
  const [small = [], large = []] = [measured[0]?.[1], measured.at(-1)?.[1]];
  const article = small.find((cost) => cost.name === 'article')?.weight;
  const bytes = growth(small, large, (cost) => cost.weight.html);
  const cpu = growth(small, large, (cost) => cost.cpu);
  return {
    tables: [
      ...measured.map(([size, costs]) => ({ title: `${number(size)} articles`, columns, rows: costs.map(rowOf) })),
      {
        title: 'The sample paper',
        columns,
        rows: sample.map(({ name, weight }) => rowOf({ name, weight, cpu: NaN })),
      },
    ],
    goals: [
      ...(article ? weightGoals('article', article) : []),
      ...sample.slice(1).flatMap(({ weight }) => weightGoals('article of the sample paper', weight)),
      ...(sizes.length > 1
        ? [
            atMost(
              `bytes of lists, ${number(sizes[1] ?? 0)} against ${number(sizes[0] ?? 0)} articles`,
              bytes,
              1.1,
              'times',
            ),
            atMost('CPU of lists, the same', cpu, 1.25, 'times'),
          ]
        : []),
    ],
    notes: [
      `CPU is that of the renderer with all its threads, the mean of ${renders} renderings after as many that do not count. Bytes are bodies in brotli as a first reader gets them; what many read is compressed better after a while.`,
      'Of lists the one that grows most counts: the larger paper is older too, and a page of a month has links to each of its years. "Fonts" are all that the styles name; a page takes those whose letters it shows.',
    ],
  };
};

/** The part `pages`. */
export const pages: Part = {
  name: 'pages',
  what: 'CPU of the renderer and bytes on the wire for each type of page, at the smallest and the largest size',
  takes: 3,
  run,
};
