/** `npm run build`: all that runs, and nothing is started: for a container, or a machine that is built for another. */
import { buildSite, generateTypes } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { stopWith } from './progress.mjs';
import { root, takeNoWords } from './programs.mjs';

try {
  process.chdir(root);
  takeNoWords('npm run build');
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  checkNode();
  await installMissing();
  await generateTypes();
  await buildSite();
} catch (fault) {
  stopWith(fault);
}
