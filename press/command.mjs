/** `npm run check`, `npm run new`: runs a command of the newsroom, installing what is missing first. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installMissing } from './ground.mjs';
import { keepAnswerClean, StepFault, stopWith } from './progress.mjs';
import { root } from './programs.mjs';

const [name = '', ...args] = process.argv.slice(2);

try {
  keepAnswerClean();
  process.chdir(root);
  const script = join('newsroom', `${name}.ts`);
  if (!/^[a-z]+$/.test(name) || !existsSync(script)) throw new StepFault(`There is no command "${name}".`);
  checkNode();
  await installMissing();
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} catch (fault) {
  // 1 says that files have problems, 2 that nobody looked.
  stopWith(fault, name === 'check' || name === 'site' ? 2 : 1);
}
