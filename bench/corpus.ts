/** Makes a newsroom of any size, the same at every run: articles of 600 words with full front matter over many years. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small generator of numbers (mulberry32), so that each run makes the same corpus. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const lexicon =
  'river bridge county harbour market teacher engineer season rain soil price record school road water light train clock measure letter window garden winter cable mountain forest village council budget engine signal doctor farmer lake stone paper number story morning evening answer question reason history island border'.split(
    ' ',
  );
const joints = 'the a of and in to for with on by from after before under over between near'.split(' ');
const categories = ['worldview', 'business', 'science', 'climate', 'culture', 'sport', 'counties', 'opinion'];
const tags = lexicon.slice(0, 30);

type Pick = <Item>(items: readonly Item[]) => Item;

const pickWith =
  (random: () => number): Pick =>
  (items) => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };

const sentence = (pick: Pick, random: () => number): string => {
  const words = Array.from({ length: 9 + Math.floor(random() * 12) }, (_, at) => pick(at % 2 ? lexicon : joints));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const paragraph = (pick: Pick, random: () => number): string =>
  Array.from({ length: 4 }, () => sentence(pick, random)).join(' ');

const bodyWith = (pick: Pick, random: () => number, neighbour: string): string =>
  [
    paragraph(pick, random),
    `${sentence(pick, random)} The first report is [here](${neighbour}), and **more** stands _below_.`,
    `## ${pick(lexicon)} and ${pick(lexicon)}`,
    paragraph(pick, random),
    `<Pullquote by="The desk">${sentence(pick, random)}</Pullquote>`,
    paragraph(pick, random),
    `- ${sentence(pick, random)}\n- ${sentence(pick, random)}\n- ${sentence(pick, random)}`,
    paragraph(pick, random),
    `> ${sentence(pick, random)}`,
    `<FactBox title="Figures">\n\n- ${sentence(pick, random)}\n- ${sentence(pick, random)}\n\n</FactBox>`,
    ...Array.from({ length: 5 }, () => paragraph(pick, random)),
  ].join('\n\n');

const two = (n: number): string => String(n).padStart(2, '0');

/** The day and the clock of the nth article of a corpus: four a day, going back from 14 October 2026. */
const dateOf = (nth: number): { folder: string; clock: string } => {
  const day = new Date(Date.UTC(2026, 9, 14) - Math.floor(nth / 4) * 86_400_000);
  const parts = [day.getUTCFullYear(), two(day.getUTCMonth() + 1), two(day.getUTCDate())];
  return { folder: parts.join('/'), clock: `${parts.join('-')} ${two(6 + (nth % 4) * 3)}:15` };
};

/** Path of the nth article inside the content folder. */
export const articleFile = (nth: number): string => `articles/${dateOf(nth).folder}/piece-${nth}.mdx`;

/** Address of the nth article. */
export const articleAddress = (nth: number): string => `/${dateOf(nth).folder}/piece-${nth}`;

/** The text of the nth article; `mark` is put into its headline, so that a change can be told. */
export const articleText = (nth: number, mark = ''): string => {
  const random = randomFrom(nth + 1);
  const pick = pickWith(random);
  const { clock } = dateOf(nth);
  const neighbour = articleAddress(nth + 1);
  const chosen = [...new Set([pick(tags), pick(tags), pick(tags)])];
  return `---
headline: ${sentence(pick, random).slice(0, 70).replace(/\.?$/, '')} ${mark}${nth}
shortHeadline: ${pick(lexicon)} ${nth}
standfirst: ${sentence(pick, random)} ${sentence(pick, random)}
category: ${pick(categories)}
authors: [author-${nth % 12}, author-${(nth + 5) % 12}]
publishedAt: ${clock}
tags: [${chosen.join(', ')}]
place: Nairobi
summary:
  - ${sentence(pick, random)}
  - ${sentence(pick, random)}
  - ${sentence(pick, random)}
related: [${neighbour}]
source: { name: The wire }
corrections:
  - { on: ${clock.replace(/:15$/, ':45')}, text: An earlier version gave a wrong number. }
---

${bodyWith(pick, random, neighbour)}
`;
};

const put = (folder: string, file: string, text: string): void => {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Writes a newsroom of `size` articles with its authors and categories into a folder. */
export const writeCorpus = (folder: string, size: number): void => {
  categories.forEach((category, order) => {
    put(
      folder,
      `categories/${category}.mdx`,
      `---\ntitle: ${category}\ndescription: All about ${category}.\norder: ${order + 1}\n---\n`,
    );
  });
  for (let nth = 0; nth < 12; nth += 1) {
    put(
      folder,
      `authors/author-${nth}.mdx`,
      `---\nname: Author ${nth}\nrole: Reporter\n---\n\nWrites about ${lexicon[nth] ?? 'rivers'}.\n`,
    );
  }
  for (let nth = 0; nth < size; nth += 1) put(folder, articleFile(nth), articleText(nth));
};
