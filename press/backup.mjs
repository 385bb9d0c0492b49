/** `npm run backup -- <folder>`: copies what a site cannot make again, while it runs: what readers gave us, and the secret. */
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Libsql from 'libsql';

const usage = `npm run backup -- FOLDER

Copies audience.db and secret from DATA_DIR (.data) into FOLDER, whole, while the site runs.
Ends with 0 where both are there, 1 where nothing or not everything was copied.`;

const example = 'npm run backup -- /srv/backup';

/** A copy of a database in use that is whole, which a copy of its file is not. */
const copyDatabase = (from, to) => {
  const database = new Libsql(from);
  try {
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
};

const reasonOf = (fault) => (fault instanceof Error ? fault.message : String(fault));

/** One by one: Node's own way of making a folder and those above it never ends where the system says no in `/proc`. */
const makeWhole = (folder) => {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  makeWhole(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
};

const openFolder = (folder) => {
  try {
    makeWhole(folder);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('it is a file'), { code: 'ENOTDIR' });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (fault) {
    throw new Error(
      fault.code === 'EEXIST' || fault.code === 'ENOTDIR'
        ? `${folder} is a file or a link that leads nowhere, or lies below one. Name a folder, like ${example}`
        : `${folder} cannot be written to: ${reasonOf(fault)}. Name a folder that this user may write to, like ${example}`,
    );
  }
};

/** The copy of yesterday stands until this one is complete. */
const copyWhole = (from, to) => {
  const fresh = `${to}.new`;
  try {
    rmSync(fresh, { force: true });
    if (from.endsWith('.db')) copyDatabase(from, fresh);
    else copyFileSync(from, fresh);
    renameSync(fresh, to);
  } catch (fault) {
    rmSync(fresh, { force: true });
    throw new Error(
      `${from} was not copied: ${reasonOf(fault)}. See that this user may read it and write to ${to}, and that the disk has room; an older copy there is as it was.`,
    );
  }
};

const backUp = (dataDir, folder) => {
  const names = ['audience.db', 'secret'].filter((name) => existsSync(join(dataDir, name)));
  if (names.length === 0) {
    throw new Error(`There is nothing to keep in ${dataDir}. Name the folder of the site: DATA_DIR=… npm run backup`);
  }
  openFolder(folder);
  // The copy would take the place of the database that the site is writing to.
  if (realpathSync(folder) === realpathSync(dataDir)) {
    throw new Error(`${folder} is the folder of the site itself. Name another one, like ${example}`);
  }
  for (const name of names) {
    copyWhole(join(dataDir, name), join(folder, name));
    console.log(`${name} is in ${folder}`);
  }
};

const folderFrom = (words) => {
  const unknown = words.find((word) => word.startsWith('-'));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}. Say where to, and nothing else: ${example}`);
  if (words.length > 1) throw new Error(`One folder at a time: ${words.join(' ')} are ${words.length}.`);
  if (!words[0]) throw new Error(`Say where to: ${example}`);
  return resolve(words[0]);
};

// Readers' addresses are in it: for this user's eyes alone.
process.umask(0o077);
const words = process.argv.slice(2);
try {
  if (words.includes('--help') || words.includes('-h')) console.log(usage);
  else backUp(resolve(process.env.DATA_DIR || '.data'), folderFrom(words));
} catch (fault) {
  console.error(reasonOf(fault));
  process.exitCode = 1;
}
