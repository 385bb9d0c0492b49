/** `npm run backup -- <folder>`: copies what a site cannot make again, while it runs: what readers gave us, and the secret. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Libsql from 'libsql';

/** A copy of a database in use that is whole, which a copy of its file is not. */
const copyDatabase = (from, to) => {
  const fresh = `${to}.new`;
  rmSync(fresh, { force: true });
  const database = new Libsql(from);
  try {
    database.prepare('vacuum into ?').run(fresh);
  } finally {
    database.close();
  }
  // The copy of yesterday stands until this one is complete.
  renameSync(fresh, to);
};

const backUp = (dataDir, folder) => {
  const names = ['audience.db', 'secret'].filter((name) => existsSync(join(dataDir, name)));
  if (names.length === 0) {
    throw new Error(`There is nothing to keep in ${dataDir}. Name the folder of the site: DATA_DIR=… npm run backup`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of names) {
    const [from, to] = [join(dataDir, name), join(folder, name)];
    if (name.endsWith('.db')) copyDatabase(from, to);
    else copyFileSync(from, to);
    console.log(`${name} is in ${folder}`);
  }
};

// Readers' addresses are in it: for this user's eyes alone.
process.umask(0o077);
const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error('Say where to: npm run backup -- /srv/backup');
  backUp(resolve(process.env.DATA_DIR || '.data'), resolve(folder));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
