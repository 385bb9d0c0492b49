/** `npm run bench`: builds the site, bundles the benchmark as the site is bundled, and runs it on newsrooms made for it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite, bundle, generateTypes } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { keepAnswerClean, stopWith } from './progress.mjs';
import { root } from './programs.mjs';

/** What runs in a process of its own, beside the command itself. */
const processes = () =>
  readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('Process.ts'))
    .map((file) => `bench/${file}`);

try {
  keepAnswerClean();
  process.chdir(root);
  process.env.NODE_ENV ??= 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  checkNode();
  await installMissing();
  const onlyAsks = process.argv.includes('--plan');
  if (!onlyAsks) {
    await generateTypes();
    await buildSite();
  }
  // Bundled as the site runs it: a loader of TypeScript would be measured too.
  await bundle(['bench/run.ts', ...processes(), 'archive/desk.ts'], join('.build', 'bench'), ['autocannon']);
  await import(pathToFileURL(join(root, '.build', 'bench', 'run.js')).href);
} catch (fault) {
  stopWith(fault);
}
