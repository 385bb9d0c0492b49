/** From the saved file to the live page: how long editors wait, at each size of newsroom, and where the time goes. */
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { articleAddress, articleFile, articleText } from './corpus';
import { atMost, median, number, withUnit, worst } from './figures';
import { openMeasuredSite, type MeasuredSite } from './measuredSite';
import type { Goal, Newsroom, Outcome, Part, PartOptions } from './part';

/** One save, in milliseconds from the written file on. */
type Save = {
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

const saveOne = async (site: MeasuredSite, file: string, nth: number, mark: string): Promise<Save> => {
  const before = await site.edition();
  const began = performance.now();
  writeFileSync(file, articleText(nth, mark));
  const [edition, live] = await Promise.all([
    until(`${site.url}/api/health/ready`, (text) => Number(/"edition":(\d+)/.exec(text)?.[1]) > before),
    until(site.url + articleAddress(nth), (text) => text.includes(mark)),
  ]);
  return { edition: edition - began, live: live - began };
};

/** Whose saves are measured: of days that are listened to first, and of old ones. */
const ages = [
  { name: 'of the newest days', from: 0 },
  { name: 'older than a fortnight', from: 400 },
] as const;
/** Articles that are saved in turn. */
const turns = 40;

type Measured = { readonly size: number; readonly age: string; readonly all: readonly Save[] };

const savesFrom = async (site: MeasuredSite, contentDir: string, from: number): Promise<Save[]> => {
  const found: Save[] = [];
  const fileOf = (nth: number): string => join(contentDir, articleFile(nth));
  for (let count = 0; count < saves + warming; count += 1) {
    const nth = from + (count % turns);
    await textAt(site.url + articleAddress(nth));
    const save = await saveOne(site, fileOf(nth), nth, `change ${count} of `);
    if (count >= warming) found.push(save);
    await new Promise((rest) => setTimeout(rest, pause));
  }
  for (let nth = from; nth < from + turns; nth += 1) writeFileSync(fileOf(nth), articleText(nth));
  await new Promise((rest) => setTimeout(rest, 1000));
  return found;
};

const measure = async (newsroom: Newsroom, { say }: PartOptions): Promise<Measured[]> => {
  say(`${newsroom.size} articles: opening the site`);
  const site = await openMeasuredSite(newsroom);
  const measured: Measured[] = [];
  try {
    for (const { name, from } of ages) {
      say(`${newsroom.size} articles: saving articles ${name}`);
      measured.push({ size: newsroom.size, age: name, all: await savesFrom(site, newsroom.contentDir, from) });
    }
    return measured;
  } finally {
    await site.end();
  }
};

const rowOf = ({ size, age, all }: Measured): string[] => {
  const [edition, live] = [all.map((save) => save.edition), all.map((save) => save.live)];
  return [
    number(size),
    age,
    withUnit(median(live), 'ms'),
    withUnit(worst(live), 'ms'),
    `${withUnit(median(edition), 'ms')} / ${withUnit(worst(edition), 'ms')}`,
    withUnit(median(all.map((save) => save.live - save.edition)), 'ms'),
  ];
};

const goalsOf = ({ size, age, all }: Measured): Goal[] => {
  const live = all.map((save) => save.live);
  return [
    atMost(`saved to live at ${number(size)}, ${age}: median of ${saves}`, median(live), 75, 'ms'),
    atMost(`saved to live at ${number(size)}, ${age}: worst of ${saves}`, worst(live), 200, 'ms'),
  ];
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const measured: Measured[] = [];
  for (const size of options.sizes) measured.push(...(await measure(await options.newsroom(size), options)));
  const columns = ['articles', 'the saved one is', 'live: median', 'worst', 'edition: median / worst', 'then its page'];
  return {
    tables: [{ columns, rows: measured.map(rowOf) }],
    goals: measured.flatMap(goalsOf),
    notes: [
      `${saves} saves of articles that a reader has open, one every ${pause} ms after the last was live, asked for again and again until the new words come.`,
      'All parts are medians, so they need not add up. The watcher of the whole folder gathers changes for 50 ms; the folders of days have ears of their own, which wait for 10.',
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
