/** Builds what runs: types of the documents, the pages (Next), and the three processes (esbuild). Only what changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compositorOptions } from './compositor.mjs';
import { bundleIslands } from './islands.mjs';
import { StepFault, step } from './progress.mjs';
import { root, runInstalled } from './programs.mjs';

/** What the pages and processes are made of; a name without a dot is a folder. */
const sources = [
  ['app', 'archive', 'audience', 'components', 'compositor', 'edge', 'model', 'public', 'syndication'],
  ['server.ts', 'renderer.ts', 'publisher.ts', 'instrumentation.ts', 'settings.ts'],
  ['clock.ts', 'dataFolder.ts', 'site.config.ts'],
  ['contentlayer.config.ts', 'tailwind.config.ts', 'postcss.config.mjs', 'next.config.mjs', 'package-lock.json'],
  ['press/build.mjs', 'press/compositor.mjs', 'press/islands.mjs'],
].flat();

const filesUnder = (place) =>
  readdirSync(join(root, place), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${place}/${entry.name}`) : [`${place}/${entry.name}`]));

const isSource = (file) => !/\.test\.tsx?$/.test(file) && !file.endsWith('.md');

/** One hash over the names and bytes of some sources, tests left out. */
const hashOf = (places) => {
  const hash = createHash('sha256');
  for (const place of places.filter((name) => existsSync(join(root, name)))) {
    const files = place.includes('.') ? [place] : filesUnder(place).filter(isSource);
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
};

/** Does `work` unless it was done for just these sources before. */
const onceFor = async (name, places, proofs, work) => {
  const stamp = join(root, '.build', `${name}.stamp`);
  const hash = hashOf(places);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (done && proofs.every((proof) => existsSync(join(root, proof)))) return;
  await work();
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(stamp, hash);
};

/** Number of the edition, written by the publisher in development: the layout imports it, so that open pages reload. */
const editionFile = join(root, '.build', 'edition.json');

/** Writes what sources import and no person writes: the types of the documents, and an edition for development. */
export const generateTypes = async () => {
  mkdirSync(join(root, '.build'), { recursive: true });
  if (!existsSync(editionFile)) writeFileSync(editionFile, '{ "number": 0, "at": 0 }\n');
  await onceFor('types', ['contentlayer.config.ts', 'model', 'package-lock.json'], ['.contentlayer/generated'], () =>
    step('Writing the types of the documents', () =>
      // contentlayer2 reads NODE_ENV and warns of documents that are not there, as planned: only its failures count.
      runInstalled('contentlayer2', ['build'], { env: { NODE_ENV: 'development' } }),
    ),
  );
};

const buildPages = () =>
  onceFor('pages', sources, ['.next/BUILD_ID'], () =>
    step('Building the pages', () =>
      runInstalled('next', ['build'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } }),
    ),
  );

/** Entry points that run outside Next; each becomes one file in `.build/`. */
const entries = ['server.ts', 'renderer.ts', 'publisher.ts', 'archive/desk.ts', 'mirror/mirror.ts'];

/**
 * Makes one file that Node runs of each entry point and all that it imports but installed packages.
 * @param {readonly string[]} [outside] development packages that cannot be bundled
 */
export const bundle = async (entryPoints = entries, outdir = '.build', outside = []) => {
  await bundled(
    { entryPoints: entryPoints.filter((entry) => existsSync(join(root, entry))), outdir, entryNames: '[name]' },
    outside,
  );
};

/** Packages that stay outside: native code, and what opens files of its own. All others are quicker read as one file. */
const packagesOutside = [
  '@parcel/watcher',
  'esbuild',
  'libsql',
  'next',
  'nodemailer',
  'pg',
  'pino',
  'prom-client',
  'satteri',
  'sharp',
];

const bundled = async (options, outside = []) => {
  const { build } = await import('esbuild');
  await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    external: [...packagesOutside, ...outside].flatMap((name) => [name, `${name}/*`]),
    banner: {
      js: "import { createRequire as madeRequire } from 'node:module'; const require = madeRequire(import.meta.url);",
    },
    logLevel: 'silent',
  }).catch((fault) => {
    throw new StepFault('The processes could not be bundled.', fault.message);
  });
};

/** Builds browser code, pages and processes where their sources changed since the last build. */
export const buildSite = async () => {
  // Quicker made than compared: development writes it too.
  await bundleIslands();
  await buildPages();
  await onceFor('processes', [...sources, 'mirror', 'newsroom'], ['.build/server.js', '.build/compositor.js'], () =>
    step('Bundling the processes', () => Promise.all([bundle(), bundled(compositorOptions())])),
  );
};
