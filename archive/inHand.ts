/**
 * Notes on disk which file is being read, so that one whose reading kills the whole process is known to the next: it is
 * read alone once more, and set aside if it kills again. Everything else goes on.
 */
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#archive/makeFolder';

/** A version of a file: the hash of a document, the stamp of a picture. */
type Mark = { readonly file: string; readonly version: string };

type Death = { readonly version: string; readonly deaths: number };

/** What is known of files that were in hand when a process died. */
export type InHand = {
  /** Path of a note of its own for each thread that reads; `undefined` where nothing is to be written. */
  readonly note: (name: string) => string | undefined;
  /** Files that were in hand once, to be read alone before all others. */
  readonly suspects: () => ReadonlySet<string>;
  /** The version of a file that has killed twice. */
  readonly setAside: (file: string) => string | undefined;
  /** A file was read, and nothing happened. */
  readonly survived: (file: string) => void;
};

/** So many processes may die over a file before it is set aside: the first death may have had another cause. */
const mostDeaths = 2;

const folderOf = (dataDir: string): string => join(dataDir, 'reading');
const deathsOf = (dataDir: string): string => join(folderOf(dataDir), 'deaths.json');

const readDeaths = (dataDir: string): Map<string, Death> => {
  try {
    // What this file wrote itself.
    return new Map(Object.entries(JSON.parse(readFileSync(deathsOf(dataDir), 'utf8')) as Record<string, Death>));
  } catch {
    // Nobody has died yet, or the note was torn by the death itself.
    return new Map();
  }
};

const writeDeaths = (dataDir: string, deaths: ReadonlyMap<string, Death>): void => {
  const beside = `${deathsOf(dataDir)}~`;
  writeFileSync(beside, JSON.stringify(Object.fromEntries(deaths)));
  renameSync(beside, deathsOf(dataDir));
};

/** What the notes of a process that died say, which are gone then. */
const leftBehind = (dataDir: string): Mark[] =>
  readdirSync(folderOf(dataDir))
    .filter((name) => name.endsWith('.note'))
    .flatMap((name): Mark[] => {
      const path = join(folderOf(dataDir), name);
      const [, version = '', file = ''] =
        /^(.+?)\t(.+)$/.exec(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '') ?? [];
      rmSync(path);
      return file === '' ? [] : [{ file, version }];
    });

const answers = (deaths: ReadonlyMap<string, Death>): Pick<InHand, 'suspects' | 'setAside'> => ({
  suspects: () => new Set([...deaths].filter(([, death]) => death.deaths < mostDeaths).map(([file]) => file)),
  setAside: (file) => {
    const death = deaths.get(file);
    return death && death.deaths >= mostDeaths ? death.version : undefined;
  },
});

/** Opens the notes of the one process that writes the archive of a data folder. */
export const openInHand = (dataDir: string): InHand => {
  makeFolder(folderOf(dataDir));
  const deaths = readDeaths(dataDir);
  for (const { file, version } of leftBehind(dataDir)) {
    const before = deaths.get(file);
    deaths.set(file, { version, deaths: before?.version === version ? before.deaths + 1 : 1 });
  }
  if (deaths.size > 0) writeDeaths(dataDir, deaths);
  return {
    ...answers(deaths),
    note: (name) => join(folderOf(dataDir), `${name}.note`),
    survived: (file) => {
      if (deaths.delete(file)) writeDeaths(dataDir, deaths);
    },
  };
};

/** What is known, for a command that only looks: it writes no notes. */
export const lookInHand = (dataDir: string): InHand => ({
  ...answers(readDeaths(dataDir)),
  suspects: () => new Set(),
  note: () => undefined,
  survived: () => undefined,
});

/** One thread's note. What is written into it outlives the process, though not the machine. */
export type Note = { readonly take: (mark: Mark) => void; readonly lay: () => void; readonly close: () => void };

const silent: Note = { take: () => undefined, lay: () => undefined, close: () => undefined };

/** A note is a help: where it cannot be written, files are read without it. */
const leniently = (write: () => void): void => {
  try {
    write();
  } catch {
    // The disk is full, or the folder went away.
  }
};

/** Opens a thread's note; without a path nothing is written. */
export const openNote = (path: string | undefined): Note => {
  if (path === undefined) return silent;
  let handle: number;
  try {
    handle = openSync(path, 'w');
  } catch {
    return silent;
  }
  return {
    take: ({ file, version }) =>
      leniently(() => void writeSync(handle, `${version}\t${file.replaceAll('\n', ' ')}\n`, 0)),
    lay: () => leniently(() => void writeSync(handle, '\n', 0)),
    close: () =>
      leniently(() => {
        closeSync(handle);
        rmSync(path, { force: true });
      }),
  };
};
