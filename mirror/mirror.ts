/** The process of `npm run mirror`. */
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMirror } from '#mirror/run';
import { endWith } from '#newsroom/exitCode';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;

/** The renderer's script lies beside this one when bundled. */
const renderer = ((): string => {
  const here = fileURLToPath(import.meta.url);
  return join(here, '..', `renderer${extname(here)}`);
})();

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Whoever presses Ctrl-C twice means it.
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
  });

endWith(
  await runMirror({
    args: process.argv.slice(2),
    env,
    cwd: process.cwd(),
    renderer,
    execArgv: process.execArgv,
    out: screenOn(process.stdout, env),
    side: screenOn(process.stderr, env),
    stopped: stopping.signal,
  }),
);
