/** How many connections the machine allows: each takes one of the files that a process may have open. */
import { readFileSync } from 'node:fs';
import { log } from '#edge/log';

/** Files for everything else: the connections to the renderer, the pipes, the log. */
const forOthers = 512;

/** Reads the limit out of what Linux says of a process; `undefined`: no limit, or another system. */
export const openFilesIn = (limits: string): number | undefined => {
  const soft = /^Max open files\s+(\d+)\s/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
};

const limitsOfThisProcess = (): string => {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
};

/** So many of the wanted connections as the machine allows; says so in the log where that is fewer. */
export const placesFor = (wanted: number, limits = limitsOfThisProcess()): number => {
  const files = openFilesIn(limits);
  if (files === undefined || wanted + forOthers <= files) return wanted;
  const places = Math.max(Math.floor(files / 2), files - forOthers);
  log('edge', `this process may open ${files} files, so it takes ${places} connections, not ${wanted} (ulimit -n)`);
  return places;
};
