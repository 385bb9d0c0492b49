/** Runs other programs: quietly, with their words kept for the case that they fail. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFault } from './progress.mjs';

/** The folder of the clone; every command runs in it. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Words behind a command that takes none are a wish that it would pass over in silence: `npm start -- --port 8080`.
 * @param {string} command
 */
export const takeNoWords = (command) => {
  const word = process.argv.slice(2).find((each) => each !== '--');
  if (word === undefined) return;
  throw new StepFault(
    `${command} takes no words, and here is ${word}. Settings come from the environment, like PORT=8080; docs/operations.md names them all.`,
  );
};

const tooLong = 200_000;

/**
 * Runs a program in the clone and gives what it said. Throws `StepFault` when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [how] `show`: its words go to the screen at once
 * @returns {Promise<string>}
 */
export const run = (program, args, { env = {}, show = false } = {}) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and npx are batch files there, which Windows starts through its shell alone.
      shell: process.platform === 'win32' && !program.endsWith('.exe'),
    });
    let output = '';
    const hear = (chunk) => {
      output = (output + chunk).slice(-tooLong);
      if (show) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const settle = (end) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      end();
    };
    child.on('error', (fault) => settle(() => failed(new StepFault(`${program} cannot be started: ${fault.message}`))));
    child.on('close', (code, signal) =>
      settle(() => {
        if (code === 0) done(output);
        else failed(new StepFault(`${program} ended with ${signal ?? `code ${code}`}.`, show ? '' : output));
      }),
    );
  });

/**
 * Path of a command that an installed package brings, so that it can be run by this very Node.
 * @param {string} name of the package
 * @param {string} [command] where it is not the package's own name
 */
export const commandOf = (name, command = name) => {
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin } = createRequire(import.meta.url)(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
};

/**
 * Runs a command of an installed package.
 * @param {string} name of the package
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, command?: string }} [how]
 */
export const runInstalled = (name, args, { command, ...how } = {}) =>
  run(process.execPath, [commandOf(name, command), ...args], how);

/**
 * Ends this process when the npm that started it is gone. npm hands signals to a shell, and that shell dies of them
 * without telling us: the site would keep its port with nobody to stop it.
 */
export const endWithNpm = () => {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
};
