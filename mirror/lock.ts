/** Keeps two mirrors out of one folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesFolder } from '#mirror/places';
import { CommandFault } from '#newsroom/commandPlace';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // A process of somebody else lives too.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const holderOf = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
};

/** Takes the folder and gives the way to leave it; throws `CommandFault` where another process works there. */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, notesFolder, 'lock');
  const holder = holderOf(file);
  if (holder > 0 && holder !== process.pid && isAlive(holder))
    throw new CommandFault(
      `Another mirror (process ${holder}) writes into ${folder}. Wait until it has ended; if it is no mirror, remove ${file}.`,
    );
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    throw new CommandFault(`Another mirror has just begun to write into ${folder}. Wait until it has ended.`);
  }
  return () => rmSync(file, { force: true });
};
