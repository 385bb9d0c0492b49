/** Makes the browser code: one module of everything in `components/islands/`, named after its content. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StepFault } from './progress.mjs';
import { root } from './programs.mjs';

const folder = join(root, '.build', 'islands');

/** Sixteen letters of a hash tell two builds apart, and keep a browser from taking one for the other. */
const nameOf = (code) => `${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`;

/** Writes the module where it is new, and takes away the one before: who may only read the clone can still use it. */
const write = (code) => {
  const name = nameOf(code);
  if (existsSync(join(folder, name)) && readdirSync(folder).length === 1) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), code);
  for (const old of readdirSync(folder)) if (old !== name) rmSync(join(folder, old), { recursive: true });
};

const plan = {
  absWorkingDir: root,
  entryPoints: ['components/islands/main.ts'],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  charset: 'utf8',
  // What a browser must know for islands at all is from 2023; this keeps older ones from tripping over the syntax.
  target: 'es2020',
  logLevel: 'silent',
};

/** Bundles once. */
export const bundleIslands = async () => {
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build(plan);
    write(outputFiles[0].contents);
  } catch (fault) {
    throw new StepFault('The browser code could not be bundled.', fault.message);
  }
};

/** Bundles now and whenever a file of it changes; faults are printed, and the last good module stays. */
export const watchIslands = async () => {
  const { context } = await import('esbuild');
  const written = {
    name: 'written',
    setup: (build) => build.onEnd(({ outputFiles }) => outputFiles?.[0] && write(outputFiles[0].contents)),
  };
  const watched = await context({ ...plan, logLevel: 'warning', plugins: [written] });
  await watched.watch();
  return watched;
};
