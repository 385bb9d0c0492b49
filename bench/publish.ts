/** From the saved file to the live page: how long editors wait, at each size of newsroom, and where the time goes. */
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { subscribe } from '@parcel/watcher';
import { articleAddress, articleFile, articleText } from './corpus';
import { atMost, median, number, withUnit, worst } from './figures';
import { openMeasuredSite, type MeasuredSite } from './measuredSite';
import type { Goal, Newsroom, Outcome, Part, PartOptions } from './part';

/** One save, in milliseconds from the written file on. */
type Save = {
  /** A watcher of ours was told of it; the publisher's own is told at the same time. */
  readonly heard: number;
  /** The front door knew of the edition. */
  readonly edition: number;
  /** A reader saw the new words. */
  readonly live: number;
};

/** Saves that are measured, and those before that warm everything up. */
const saves = 50;
const warming = 5;
/** Milliseconds after which a save counts as lost. */
const patience = 10_000;
/** Milliseconds between two saves, so that each is alone. */
const pause = 150;

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** The text at an address; connections stay open, so that asking costs little. */
const textAt = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks).toString()));
    })
      .on('error', reject)
      .end();
  });

/** Asks until an answer holds some words, and tells when that was. */
const until = async (url: string, holds: (text: string) => boolean): Promise<number> => {
  const began = performance.now();
  for (;;) {
    if (holds(await textAt(url))) return performance.now();
    if (performance.now() - began > patience) throw new Error(`${url} did not change within ${patience} ms.`);
    await new Promise((again) => setTimeout(again, 1));
  }
};

/** A watcher beside that of the publisher, to learn when such a watcher is told. */
const watchBeside = async (contentDir: string) => {
  let told: (at: number) => void = () => undefined;
  const subscription = await subscribe(contentDir, () => told(performance.now()));
  return {
    next: () => new Promise<number>((resolve) => (told = resolve)),
    close: () => subscription.unsubscribe(),
  };
};

const saveOne = async (
  site: MeasuredSite,
  file: string,
  nth: number,
  mark: string,
  told: Promise<number>,
): Promise<Save> => {
  const before = await site.edition();
  const began = performance.now();
  writeFileSync(file, articleText(nth, mark));
  const [heard, edition, live] = await Promise.all([
    told,
    until(`${site.url}/api/health/ready`, (text) => Number(/"edition":(\d+)/.exec(text)?.[1]) > before),
    until(site.url + articleAddress(nth), (text) => text.includes(mark)),
  ]);
  return { heard: heard - began, edition: edition - began, live: live - began };
};

const measure = async (newsroom: Newsroom, { say }: PartOptions): Promise<Save[]> => {
  say(`${newsroom.size} articles: opening the site`);
  const site = await openMeasuredSite(newsroom);
  const watch = await watchBeside(newsroom.contentDir);
  const fileOf = (nth: number): string => join(newsroom.contentDir, articleFile(nth));
  const found: Save[] = [];
  try {
    for (let count = 0; count < saves + warming; count += 1) {
      const nth = count % 40;
      await textAt(site.url + articleAddress(nth));
      const save = await saveOne(site, fileOf(nth), nth, `change ${count} of `, watch.next());
      if (count >= warming) found.push(save);
      await new Promise((rest) => setTimeout(rest, pause));
    }
    for (let nth = 0; nth < 40; nth += 1) writeFileSync(fileOf(nth), articleText(nth));
    await new Promise((rest) => setTimeout(rest, 1000));
    return found;
  } finally {
    await watch.close();
    await site.end();
  }
};

const rowOf = (size: number, all: readonly Save[]): string[] => {
  const [heard, edition, live] = [all.map((s) => s.heard), all.map((s) => s.edition), all.map((s) => s.live)];
  const between = (from: keyof Save, to: keyof Save): string =>
    withUnit(median(all.map((save) => save[to] - save[from])), 'ms');
  return [
    number(size),
    withUnit(median(live), 'ms'),
    withUnit(worst(live), 'ms'),
    `${withUnit(median(heard), 'ms')} / ${withUnit(worst(heard), 'ms')}`,
    between('heard', 'edition'),
    between('edition', 'live'),
    withUnit(median(edition), 'ms'),
  ];
};

const goalsOf = (size: number, all: readonly Save[]): Goal[] => {
  const live = all.map((save) => save.live);
  return [
    atMost(`saved to live at ${number(size)}, median of ${saves}`, median(live), 75, 'ms'),
    atMost(`saved to live at ${number(size)}, worst of ${saves}`, worst(live), 200, 'ms'),
  ];
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const measured: [number, Save[]][] = [];
  for (const size of options.sizes) measured.push([size, await measure(await options.newsroom(size), options)]);
  const columns = [
    'articles',
    'median',
    'worst',
    'watcher is told: median / worst',
    'then edition',
    'then page',
    'edition at',
  ];
  return {
    tables: [{ columns, rows: measured.map(([size, all]) => rowOf(size, all)) }],
    goals: measured.flatMap(([size, all]) => goalsOf(size, all)),
    notes: [
      `${saves} saves of articles that a reader has open, one every ${pause} ms after the last was live, asked for again and again until the new words come.`,
      'The watcher is one of ours beside the publisher’s own; all parts are medians, so they need not add up.',
    ],
  };
};

/** The part `publish`. */
export const publish: Part = {
  name: 'publish',
  what: 'from the saved file to the live page, median and worst of 50, and where the time goes',
  takes: 3,
  run,
};
