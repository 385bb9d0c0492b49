/** Where the scripts lie that the benchmark runs in processes of their own. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the bundled scripts: `.build/bench`, two below the clone. */
const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the clone. */
export const clone = join(here, '..', '..');

/** A script of the benchmark, bundled by `press/bench.mjs`. */
export const ownScript = (name: string): string => join(here, `${name}.js`);

/** A process of the site, as `npm start` runs it. */
export const siteScript = (name: 'server' | 'renderer' | 'publisher'): string => join(clone, '.build', `${name}.js`);
