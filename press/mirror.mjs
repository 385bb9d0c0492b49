/** `npm run mirror -- FOLDER`: prepares what `npm start` prepares, then writes the publication into a folder. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite, generateTypes } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { keepAnswerClean, stopWith } from './progress.mjs';
import { endWithNpm, root } from './programs.mjs';

try {
  keepAnswerClean();
  process.chdir(root);
  endWithNpm();
  process.env.NODE_ENV ??= 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  checkNode();
  await installMissing();
  await generateTypes();
  await buildSite();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, '.build', 'mirror.js')).href);
} catch (fault) {
  // 1 says that some files could not be made, 2 that nobody mirrored anything.
  stopWith(fault, 2);
}
