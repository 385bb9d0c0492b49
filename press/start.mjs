/** `npm start`: everything from a fresh clone to a served site. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSite, generateTypes } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { StepFault, stopWith } from './progress.mjs';
import { endWithNpm, root, takeNoWords } from './programs.mjs';

/** Says at once that a port is taken, before minutes are spent on a build. Other faults are left to the server. */
const checkPort = (port, host) =>
  new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (fault) => {
      if (fault.code !== 'EADDRINUSE') return free();
      const other = port < 65_535 ? port + 1 : 3000;
      taken(
        new StepFault(
          `Port ${port} is taken by another program. Stop it, or use another port: PORT=${other} npm start`,
        ),
      );
    });
    probe.listen({ port, ...(host && { host }) }, () => probe.close(free));
  });

try {
  process.chdir(root);
  takeNoWords('npm start');
  endWithNpm();
  process.env.NODE_ENV ??= 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  checkNode();
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) await checkPort(port, process.env.HOST);
  await installMissing();
  await generateTypes();
  await buildSite();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, '.build', 'server.js')).href);
} catch (fault) {
  stopWith(fault);
}
