/** Finds a browser for the end-to-end tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepFault } from './progress.mjs';
import { run, runInstalled } from './programs.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A file with the right name may be a stub, or lack a library: only one that answers counts. */
const answers = (path) =>
  existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

const ownOfPlaywright = async () => {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
};

const found = async () => {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  const places = [process.env.STANDFIRST_BROWSER, await ownOfPlaywright(), ...onPath, ...elsewhere];
  return places.find((place) => place && answers(place));
};

const isDebianAsRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const install = async () => {
  if (isDebianAsRoot()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const installed = await run('apt-get', ['update'], { env })
      .then(() => run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env }))
      .then(found, () => undefined);
    if (installed) return installed;
  }
  const output = await runInstalled('playwright', ['install', 'chromium']).catch((fault) => fault.output);
  const installed = await found();
  if (installed) return installed;
  throw new StepFault(
    'No browser for the tests could be found or installed. Install Chromium or Chrome, or run\n' +
      '  npx playwright install --with-deps chromium\n' +
      'or name one that is there: STANDFIRST_BROWSER=/path/to/chromium npm test',
    output,
  );
};

/**
 * Path of a browser that starts: the one named by `STANDFIRST_BROWSER`, Playwright's, the system's, or a fresh one.
 * @returns {Promise<string>}
 */
export const browserForTests = async () => (await found()) ?? install();
