/** The browser code of the paper as the build made it: one module whose name is the hash of its content. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './paper';

/** The module as it is served. `integrity` names its bytes for browsers, whoever stands between. */
export type IslandsModule = { readonly address: string; readonly code: string; readonly integrity: string };

/** Written by `press/islands.mjs`. */
const folder = join(/*turbopackIgnore: true*/ process.cwd(), '.build', 'islands');

const moduleNow = (): IslandsModule | undefined => {
  const name = readdirSync(/*turbopackIgnore: true*/ folder).find((file) => file.endsWith('.js'));
  if (name === undefined) return undefined;
  const code = readFileSync(/*turbopackIgnore: true*/ join(folder, name), 'utf8');
  const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
  return { address: `/islands/${name}`, code, integrity };
};

/** A build without it still prints the paper: pages need no script. */
const moduleOrNone = (): IslandsModule | undefined => {
  try {
    return moduleNow();
  } catch (fault) {
    console.error(`The browser code is not in ${folder}: ${String(fault)}. Run npm run dev or npm start to make it.`);
    return undefined;
  }
};

let made: IslandsModule | undefined;

/** The module; in development it is looked for each time, because it changes while the site runs. */
export const islandsModule = (): IslandsModule | undefined =>
  settings.preview ? moduleOrNone() : (made ??= moduleOrNone());
