/**
 * Hears at once of a saved article. The watcher of the whole folder gathers changes for 50 milliseconds, which is two thirds of
 * the way from the saved file to the live page; whatever this ear leaves out, it brings.
 */
import { existsSync, type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** The ear. */
export type NearEar = {
  /** Looks which days there are now; a day that begins is heard from the next look on. */
  readonly look: () => void;
  readonly close: () => void;
};

/** Days that are looked for at each look, and at which look all are. */
const newest = 14;
const wholeLook = 60;
/** Days with articles that are listened to at most: a thousand take two megabytes and ten milliseconds. */
const mostDays = 20_000;
/** Days that are begun to be listened to at once; then whoever waits has a turn. */
const atOnce = 250;
/** Milliseconds without another event until a save is complete: programs empty a file before they write it. */
const quiet = 10;
/** More files than these at the same time are a burst, which becomes one edition: that is for the watcher that gathers. */
const most = 3;
/** Milliseconds of silence after which a burst is over, and a file that is gone does not come back. */
const burstOver = 300;
/** Milliseconds for which it is remembered what was told: longer than the other watcher gathers. */
const remembered = 10_000;

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

/**
 * Days that may be listened to. Linux counts the folders that a user's programs listen to, and the watcher of the whole folder
 * needs its share; other systems give each folder a file or a thread of its own.
 */
const daysToHear = (): number => {
  try {
    const places = Number(readFileSync('/proc/sys/fs/inotify/max_user_watches', 'utf8'));
    return Math.min(mostDays, Math.floor(places / 4)) || newest;
  } catch {
    return newest;
  }
};

/** Folders of the newest days that have one, newest first, as paths inside the content folder. */
const newestDays = (contentDir: string, days: number): string[] => {
  const found: string[] = [];
  for (const year of numbersIn(join(contentDir, 'articles'), /^\d{4}$/))
    for (const month of numbersIn(join(contentDir, 'articles', year), /^\d\d$/))
      for (const day of numbersIn(join(contentDir, 'articles', year, month), /^\d\d$/)) {
        found.push(`articles/${year}/${month}/${day}`);
        if (found.length === days) return found;
      }
  return found;
};

/** Remembers for a moment what was told. */
const openMemory = () => {
  const told = new Map<string, number>();
  return {
    add: (paths: readonly string[]): void => {
      const at = performance.now();
      for (const [path, since] of told) if (at - since > remembered) told.delete(path);
      for (const path of paths) told.set(path, at);
    },
    has: (path: string): boolean => performance.now() - (told.get(path) ?? -Infinity) <= remembered,
  };
};

/** Whether a whole file stands there; one that is gone may be on its way back, and is left to the watcher that gathers. */
const stands = (path: string): boolean => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isFile() && stats.size > 0;
};

/** Listens in the folders of days; `heard` is told of paths inside the content folder. */
export const listenNearby = (contentDir: string, heard: (paths: readonly string[]) => void): NearEar => {
  const ears = new Map<string, FSWatcher>();
  const saved = new Set<string>();
  const told = openMemory();
  const missing = new Set<string>();
  const days = daysToHear();
  let timer: NodeJS.Timeout | undefined;
  let missed: NodeJS.Timeout | undefined;
  let opening: NodeJS.Immediate | undefined;
  let looks = 0;

  const tellMissing = (): void => {
    const gone = [...missing].filter((path) => !existsSync(join(contentDir, path)));
    missing.clear();
    if (gone.length > 0) heard(gone);
  };
  /** The other watcher gathers a beginning and an end of one file to nothing; but its beginning was told here. */
  const lookForMissing = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    for (const path of paths) missing.add(path);
    clearTimeout(missed);
    missed = setTimeout(tellMissing, burstOver);
  };
  const tell = (): void => {
    const all = [...saved];
    saved.clear();
    lookForMissing(all.filter((path) => told.has(path) && !stands(join(contentDir, path))));
    const paths = all.length > most ? [] : all.filter((path) => stands(join(contentDir, path)));
    told.add(paths);
    if (paths.length > 0) heard(paths);
  };
  const deafen = (folder: string): void => {
    ears.get(folder)?.close();
    ears.delete(folder);
  };
  const hear = (folder: string, name: string | null): void => {
    // The folder itself is gone, and with it the ear: one of the same name is another folder.
    if (name === basename(folder)) return deafen(folder);
    if (name === null || !name.endsWith('.mdx') || name.startsWith('.')) return;
    saved.add(`${folder}/${name}`);
    clearTimeout(timer);
    timer = setTimeout(tell, saved.size > most ? burstOver : quiet);
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
  const listenTo = (folders: readonly string[]): void => {
    clearImmediate(opening);
    for (const folder of folders.slice(0, atOnce)) listen(folder);
    if (folders.length > atOnce) opening = setImmediate(() => listenTo(folders.slice(atOnce)));
  };

  const lookAtAll = (): void => {
    const found = newestDays(contentDir, days);
    const known = new Set(found);
    for (const folder of [...ears.keys()]) if (!known.has(folder)) deafen(folder);
    listenTo(found.filter((folder) => !ears.has(folder)));
  };
  const look = (): void => {
    if (looks % wholeLook === 0) lookAtAll();
    else for (const folder of newestDays(contentDir, newest)) if (!ears.has(folder)) listen(folder);
    looks += 1;
  };
  look();
  return {
    look,
    close: () => {
      clearTimeout(timer);
      clearTimeout(missed);
      clearImmediate(opening);
      for (const folder of [...ears.keys()]) deafen(folder);
    },
  };
};
