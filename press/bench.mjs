/** `npm run bench -- 1000 10000`: what the archive costs, on newsrooms of these sizes made for it in a temporary folder. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { stopWith } from './progress.mjs';
import { root } from './programs.mjs';

try {
  process.chdir(root);
  checkNode();
  await installMissing();
  // Bundled as the site runs it: a loader of TypeScript would be measured too.
  await bundle(['bench/ingest.ts', 'archive/desk.ts'], join('.build', 'bench'));
  await import(pathToFileURL(join(root, '.build', 'bench', 'ingest.js')).href);
} catch (fault) {
  stopWith(fault);
}
