/** The site's secret: given by the environment, or made once and kept in the data folder. */
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a secret that is made here; a longer one would be no safer with SHA-256. */
const bytes = 32;

const isMissing = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'ENOENT';

const readSecret = (file: string): string | undefined => {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= bytes) return secret;
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    throw fault;
  }
  throw new Error(`${file} holds no secret of ${bytes} characters. Delete it, and the next start makes a new one.`);
};

/** Writes a whole file beside it and gives it the name at once, so that no process ever reads half a secret. */
const makeSecret = (file: string): void => {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(draft, 0o600);
  try {
    // A link fails where the name is taken; a rename would replace what another process already signs with.
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
};

/** The secret, at least 32 characters. Several processes that ask at once get the same one. */
export const siteSecret = (dataDir: string, given?: string): string => {
  if (given !== undefined) return given;
  const file = join(dataDir, 'secret');
  const known = readSecret(file);
  if (known !== undefined) return known;
  mkdirSync(dataDir, { recursive: true });
  makeSecret(file);
  const made = readSecret(file);
  if (made === undefined) throw new Error(`${file} was deleted while it was made.`);
  return made;
};
