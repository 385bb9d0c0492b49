/** What processes have used: CPU and memory, as Linux tells; elsewhere nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** The fields of `/proc/<pid>/stat` after the name, which may hold anything; the first is the state. */
const statOf = (pid: number): readonly string[] | undefined => {
  const text = textOf(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Linux counts in hundredths of a second, whatever its own clock. */
const millisecondsPerTick = 10;

/** Milliseconds of CPU of all threads since a process began; `NaN` where nothing is known. */
export const cpuOf = (pid: number): number => {
  const stat = statOf(pid);
  return stat ? (Number(stat[11]) + Number(stat[12])) * millisecondsPerTick : NaN;
};

/** Milliseconds of CPU of several processes together. */
export const cpuOfAll = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

/** Bytes of memory that a process holds now. */
export const memoryOf = (pid: number): number => {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? NaN : Number(kilobytes) * 1024;
};

/** Processes that a process has started, and theirs. */
export const descendantsOf = (pid: number): number[] => {
  const parents = allPids().map((each) => ({ each, parent: Number(statOf(each)?.[1]) }));
  const under = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ each }) => [each, ...under(each)]);
  return under(pid);
};

const allPids = (): number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return [];
  }
};

/** The line with which a process was started, or the title that it gave itself. */
export const titleOf = (pid: number): string => (textOf(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
