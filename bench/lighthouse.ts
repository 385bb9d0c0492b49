/** What Lighthouse says of the front and of an article on a phone: performance, accessibility, best practices, SEO, layout shift. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, atMost, median, number, withUnit } from './figures';
import { openMeasuredSite } from './measuredSite';
import type { Outcome, Part, PartOptions } from './part';
import { clone } from './scripts';
import { runToEnd } from './started';

/** Lighthouse is fetched by npx when it is run: nobody else needs its 150 packages. It wants Node 22.19 or newer. */
const lighthouseVersion = '13';
const nodeForIt = '24';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** Runs of each page; the median counts. */
const runs = 5;

const browsers = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

const flags =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** What is read of a report. */
type Report = {
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
};

type Judged = { readonly name: string; readonly path: string; readonly reports: readonly Report[] };

const judge = async (url: string, { folder }: PartOptions): Promise<Report> => {
  const file = join(folder, 'report.json');
  const chrome = process.env.STANDFIRST_BROWSER ?? browsers.find((place) => existsSync(place));
  const packages = ['-p', `node@${nodeForIt}`, '-p', `lighthouse@${lighthouseVersion}`];
  const asked = [url, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`];
  await runToEnd('npx', ['--yes', ...packages, '--', 'lighthouse', ...asked], {
    cwd: folder,
    env: { ...process.env, ...(chrome && { CHROME_PATH: chrome }) },
  });
  // What Lighthouse documents as its result.
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
};

const scoreOf = ({ reports }: Judged, category: Category): number =>
  median(reports.map((report) => (report.categories[category].score ?? 0) * 100));

const valueOf = ({ reports }: Judged, audit: string): number =>
  median(reports.map((report) => report.audits[audit]?.numericValue ?? NaN));

/** Lighthouse has a list of lines that it knows in a robots.txt; two that this paper writes for crawlers of models are newer. */
const ofRobots =
  'Lighthouse does not know the lines `License` (RSL) and `Content-Usage` (IETF) of `robots.txt`, which [machines.md](machines.md) wants, and takes eight points of SEO for them (for `License` its pull request 17160 is open).';

const robotsComplaint = (all: readonly Judged[]): string[] =>
  all.some(({ reports }) => reports.some((report) => report.audits['robots-txt']?.score === 0)) ? [ofRobots] : [];

/** What kept a page from a hundred, in Lighthouse's words. */
const complaintsOf = ({ name, reports }: Judged): string[] => {
  const failed = Object.values(reports[0]?.audits ?? {}).filter(({ score }) => score !== null && score < 0.9);
  return failed.length === 0 ? [] : [`Of ${name} Lighthouse says: ${failed.map(({ title }) => title).join('; ')}.`];
};

const rowOf = (judged: Judged): string[] => [
  judged.name,
  ...categories.map((category) => number(scoreOf(judged, category))),
  withUnit(valueOf(judged, 'first-contentful-paint'), 'ms'),
  withUnit(valueOf(judged, 'largest-contentful-paint'), 'ms'),
  withUnit(valueOf(judged, 'total-blocking-time'), 'ms'),
  number(valueOf(judged, 'cumulative-layout-shift')),
];

const run = async (options: PartOptions): Promise<Outcome> => {
  const site = await openMeasuredSite({
    contentDir: join(clone, 'content'),
    dataDir: join(options.folder, 'data'),
  });
  try {
    const front = await (await fetch(site.url)).text();
    const article = /href="(\/\d{4}\/\d\d\/\d\d\/[^"?#]+)"/.exec(front)?.[1] ?? '/';
    const judged: Judged[] = [];
    for (const [name, path] of [
      ['front', '/'],
      ['article', article],
    ] as const) {
      const reports: Report[] = [];
      for (let nth = 1; nth <= runs; nth += 1) {
        options.say(`${name}: run ${nth} of ${runs}`);
        reports.push(await judge(site.url.replace('127.0.0.1', 'localhost') + path, options));
      }
      judged.push({ name, path, reports });
    }
    const columns = [
      'page',
      'performance',
      'accessibility',
      'best practices',
      'SEO',
      'first paint',
      'largest',
      'blocked',
      'shift',
    ];
    return {
      tables: [{ columns, rows: judged.map(rowOf) }],
      goals: judged.flatMap((one) => [
        ...categories.map((category) => atLeast(`${one.name}: ${category}`, scoreOf(one, category), 100, '')),
        atMost(`${one.name}: layout shift`, valueOf(one, 'cumulative-layout-shift'), 0, ''),
      ]),
      notes: [
        `The sample paper, Lighthouse ${lighthouseVersion} with its phone and its slow network, the median of ${runs} runs. A busy machine costs points of performance.`,
        ...judged.flatMap(complaintsOf),
        ...robotsComplaint(judged),
      ],
    };
  } finally {
    await site.end();
  }
};

/** The part `lighthouse`. */
export const lighthouse: Part = {
  name: 'lighthouse',
  what: 'Lighthouse on a phone for the front and an article of the sample paper (fetched by npx; needs Chromium)',
  takes: 5,
  run,
};
