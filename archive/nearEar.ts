/**
 * Hears at once of a saved article in the folders of the newest days. The watcher of the whole folder gathers changes for 50
 * milliseconds, which is two thirds of the way from the saved file to the live page; whatever this ear leaves out, it brings.
 */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** The ear. */
export type NearEar = {
  /** Looks which folders are the newest now; a day that begins is heard from the next look on. */
  readonly look: () => void;
  readonly close: () => void;
};

/** Days with articles that are listened to. */
const days = 14;
/** Milliseconds without another event until a save is complete: programs empty a file before they write it. */
const quiet = 10;
/** More files than these at the same time are a burst, which becomes one edition: that is for the watcher that gathers. */
const most = 3;
/** Milliseconds of silence after which a burst is over. */
const burstOver = 300;

const numbersIn = (folder: string, name: RegExp): string[] => {
  try {
    return readdirSync(folder)
      .filter((entry) => name.test(entry))
      .sort()
      .reverse();
  } catch {
    // No folder of that year or month: nothing to hear there.
    return [];
  }
};

/** Folders of the newest days that have one, newest first, as paths inside the content folder. */
const newestDays = (contentDir: string): string[] => {
  const found: string[] = [];
  for (const year of numbersIn(join(contentDir, 'articles'), /^\d{4}$/))
    for (const month of numbersIn(join(contentDir, 'articles', year), /^\d\d$/))
      for (const day of numbersIn(join(contentDir, 'articles', year, month), /^\d\d$/)) {
        found.push(`articles/${year}/${month}/${day}`);
        if (found.length === days) return found;
      }
  return found;
};

/** Whether a whole file stands there; one that is gone may be on its way back, and is left to the watcher that gathers. */
const stands = (path: string): boolean => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isFile() && stats.size > 0;
};

/** Listens in the newest folders; `heard` is told of paths inside the content folder. */
export const listenNearby = (contentDir: string, heard: (paths: readonly string[]) => void): NearEar => {
  const ears = new Map<string, FSWatcher>();
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    const paths = saved.size > most ? [] : [...saved].filter((path) => stands(join(contentDir, path)));
    saved.clear();
    if (paths.length > 0) heard(paths);
  };
  const hear = (folder: string, name: string | null): void => {
    if (name === null || !name.endsWith('.mdx') || name.startsWith('.')) return;
    saved.add(`${folder}/${name}`);
    clearTimeout(timer);
    timer = setTimeout(tell, saved.size > most ? burstOver : quiet);
  };
  const deafen = (folder: string): void => {
    ears.get(folder)?.close();
    ears.delete(folder);
  };
  const listen = (folder: string): void => {
    try {
      const ear = watch(join(contentDir, folder), (_event, name) => hear(folder, name));
      ear.on('error', () => deafen(folder));
      ears.set(folder, ear);
    } catch {
      // Gone between two looks, or no watch to be had: the watcher that gathers does without.
    }
  };

  const look = (): void => {
    const newest = newestDays(contentDir);
    for (const folder of [...ears.keys()]) if (!newest.includes(folder)) deafen(folder);
    for (const folder of newest) if (!ears.has(folder)) listen(folder);
  };
  look();
  return {
    look,
    close: () => {
      clearTimeout(timer);
      for (const folder of [...ears.keys()]) deafen(folder);
    },
  };
};
