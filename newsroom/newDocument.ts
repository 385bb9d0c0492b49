/** A document that is about to be written: where, with which fields, and what its editor does next. */
import { mkdirSync, openSync, closeSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileNameFault } from '#model/fileNames';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { readAs } from '#newsroom/newDesk';
import { isTaken } from '#newsroom/newNames';
import { documentText, type Fields } from '#newsroom/yamlText';

/** What will be written. */
export type NewDocument = {
  /** Path inside the content folder. */
  readonly file: string;
  /** Where readers will find it. */
  readonly address: string;
  readonly fields: Fields;
  /** What to do next, in a sentence. */
  readonly next: string;
};

/** A name that the editor asks for: it must be a file's name, and free in its folder. */
export const askedName = (asked: string, folder: string, { contentDir }: CommandPlace): string => {
  const name = asked.normalize('NFC');
  const fault = fileNameFault(name);
  if (fault) throw new CommandFault(`--slug: ${fault.message}${fault.write ? ` Write:  ${fault.write}` : ''}`);
  if (isTaken(join(contentDir, folder), name))
    throw new CommandFault(`--slug: ${folder} has "${name}" already. Take another name.`);
  return name;
};

/** Writes a file that is not there yet; throws `CommandFault` where it is, or where the folder cannot be written. */
const writeNew = (path: string, text: string): void => {
  let handle: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    handle = openSync(path, 'wx');
    writeFileSync(handle, text);
    closeSync(handle);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
    if (handle !== undefined) rmSync(path, { force: true });
    throw new CommandFault(
      code === 'EEXIST' ? `${path} is there already, and stays as it is.` : `${path} cannot be written (${code}).`,
    );
  }
};

/**
 * Writes the document, after the site's own reader has found no problem in it. Throws `CommandFault` with the first problem
 * otherwise; then nothing is written.
 */
export const writeDocument = (place: CommandPlace, { file, fields }: NewDocument): void => {
  const text = documentText(fields);
  const [problem] = readAs(place, file, Buffer.from(text)).problems;
  if (problem) throw new CommandFault(`Nothing was written: ${problem.field} ${problem.message} ${problem.fix}`);
  writeNew(join(place.contentDir, file), text);
};
