/** A publish storm: a hot article is saved each second, and each time the site makes an edition of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, articleText } from './corpus';
import type { MeasuredSite } from './measuredSite';

/** Articles that are saved in turn; all of them are hot. */
const saved = 20;
const every = 1000;

/** Begins to save; the function that it gives ends the storm, puts the articles back and tells what happened. */
export const startStorm = async (site: MeasuredSite, contentDir: string): Promise<() => Promise<string>> => {
  const before = await site.edition();
  let saves = 0;
  const put = (nth: number, mark: string): void =>
    writeFileSync(join(contentDir, articleFile(nth)), articleText(nth, mark));
  const save = (): void => {
    put(saves % saved, `saved ${saves + 1} of `);
    saves += 1;
  };
  save();
  const timer = setInterval(save, every);
  return async () => {
    clearInterval(timer);
    // The last save is an edition after the watcher's gathering.
    await new Promise((heard) => setTimeout(heard, 500));
    const editions = (await site.edition()) - before;
    for (let nth = 0; nth < Math.min(saves, saved); nth += 1) put(nth, '');
    await new Promise((heard) => setTimeout(heard, 500));
    return `${saves} saves, ${editions} editions`;
  };
};
