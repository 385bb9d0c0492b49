/** The ground every command stands on: a Node that is new enough, and the packages of the lock file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StepFault, step } from './progress.mjs';
import { root, run } from './programs.mjs';

/**
 * Whether a version of Node can run this site: 20 from 20.19 on, and everything from 22.12 on.
 * @param {string} version like `20.19.0`
 */
export const nodeWillDo = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
};

/** Throws with the remedy where Node is too old. */
export const checkNode = () => {
  if (nodeWillDo(process.versions.node)) return;
  throw new StepFault(
    `This is Node ${process.versions.node}; Standfirst needs 20.19 or newer (24 is best).\n` +
      'Install one from https://nodejs.org/, or with a version manager: nvm install 24 && nvm use 24',
  );
};

const lockedPackages = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

/**
 * Names the packages of the lock file that are not installed in just that version. npm leaves a list of what it
 * installed in `node_modules`; what is optional (other platforms' binaries) may be missing.
 * @returns {string[]}
 */
export const missingPackages = () => {
  const wanted = lockedPackages('package-lock.json');
  if (!wanted)
    throw new StepFault('package-lock.json is missing or broken. Take it back: git checkout package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json') ?? {};
  return Object.entries(wanted)
    .filter(([place, { optional, devOptional, peer, version }]) => {
      if (place === '' || peer) return false;
      if (installed[place] === undefined) return !(optional || devOptional);
      return installed[place].version !== version || !existsSync(join(root, place, 'package.json'));
    })
    .map(([place]) => place);
};

/** Installs the packages of the lock file where some are missing; works without a network where npm's cache has them. */
export const installMissing = async () => {
  const missing = missingPackages();
  if (missing.length === 0) return;
  await step(`Installing packages (${missing.length} missing)`, async () => {
    const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', args).catch((fault) => {
      const remedy =
        'The packages could not be installed. See above; most often the network or a full disk is the reason.';
      throw new StepFault(remedy, fault.output || fault.message);
    });
  });
};
