/** Styles, fonts and icons: read once at start, found by their exact name, so that no address can reach another file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { speculationAddress, speculationRules } from '#edge/speculation';

/** A file as it is served. */
export type StaticFile = { readonly type: string; readonly cacheControl: string; readonly body: Buffer };

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xsl': 'text/xsl; charset=utf-8',
};

/** Next's names hold a hash of the content. */
const forEver = 'public, max-age=31536000, immutable';
const forADay = 'public, max-age=86400';

type Shelf = {
  readonly folder: string;
  readonly under: string;
  readonly cacheControl: string;
  readonly scripts: boolean;
};

const shelved = ({ folder, under, cacheControl, scripts }: Shelf): (readonly [string, StaticFile])[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(entry.name)];
    // Scripts of Next's runtime are in no page that leaves the door, so nobody needs them.
    if (!entry.isFile() || type === undefined || (!scripts && type.startsWith('text/javascript'))) return [];
    const address = under + path.slice(folder.length).replaceAll('\\', '/');
    return [[address, { type, cacheControl, body: readFileSync(path) }] as const];
  });
};

/** Reads `public/` and what the build made, below the folder of the clone; beside them lie the rules for what is fetched ahead. */
export const staticFiles = (root: string): ReadonlyMap<string, StaticFile> =>
  new Map([
    ...shelved({
      folder: join(root, '.next', 'static'),
      under: '/_next/static',
      cacheControl: forEver,
      scripts: false,
    }),
    ...shelved({ folder: join(root, '.build', 'islands'), under: '/islands', cacheControl: forEver, scripts: true }),
    ...shelved({ folder: join(root, 'public'), under: '', cacheControl: forADay, scripts: true }),
    [speculationAddress, speculationRules] as const,
  ]);
