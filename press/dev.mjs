/** `npm run dev`: code and content are reloaded as they change; drafts and embargoed pieces are shown, marked. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { generateTypes } from './build.mjs';
import { watchIslands } from './islands.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { stopWith } from './progress.mjs';
import { commandOf, endWithNpm, root, takeNoWords } from './programs.mjs';

/** Both parts of the site in development; neither is of use without the other. `ended`: what else ends with them. */
const startBoth = (ended) => {
  const port = process.env.PORT || '3000';
  const shift = process.env.TEST_CLOCK ? Date.parse(process.env.TEST_CLOCK) - Date.now() : 0;
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    STANDFIRST_PREVIEW: '1',
    CLOCK_SHIFT: String(shift || 0),
    // An archive of its own: the one of a running site has its own publisher.
    DATA_DIR: process.env.DATA_DIR || '.data/dev',
  };
  mkdirSync(env.DATA_DIR, { recursive: true });
  const host = process.env.HOST ? ['--hostname', process.env.HOST] : [];
  const commands = [
    [commandOf('tsx'), 'watch', '--clear-screen=false', 'publisher.ts'],
    [commandOf('next'), 'dev', '--port', port, ...host],
  ];
  const children = commands.map((args) =>
    spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env }),
  );
  const end = (signal) => children.forEach((child) => child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal));
  for (const child of children) {
    child.on('exit', (code) => {
      process.exitCode ||= code ?? 0;
      end('SIGTERM');
      ended();
    });
  }
};

try {
  process.chdir(root);
  takeNoWords('npm run dev');
  endWithNpm();
  checkNode();
  await installMissing();
  await generateTypes();
  const islands = await watchIslands();
  startBoth(() => islands.dispose());
} catch (fault) {
  stopWith(fault);
}
