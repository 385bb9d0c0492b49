/** `npm test`: everything from a fresh clone to the last promise, stopping at the first that is broken. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserForTests } from './browser.mjs';
import { buildSite, generateTypes } from './build.mjs';
import { checkNode, installMissing } from './ground.mjs';
import { explain, step } from './progress.mjs';
import { endWithNpm, root, run, runInstalled } from './programs.mjs';

/** What a machine's own settings would change about the tests. */
const foreign = ['PORT', 'HOST', 'SITE_URL', 'CONTENT_DIR', 'DATA_DIR', 'DATABASE_URL', 'SMTP_URL', 'SITE_SECRET']
  .concat(['KEEP_MB', 'MAX_CONNECTIONS', 'INDEXNOW_KEY', 'METRICS_PORT', 'METRICS_HOST', 'LOG_LEVEL', 'LOG_FORMAT'])
  .concat(['PULL_FROM', 'PULL_BRANCH', 'PULL_EVERY', 'PUBLISH_SECRET', 'SERVER_TIMING'])
  .concat(['TRUSTED_PROXIES', 'ALSO_HOSTS', 'TEST_CLOCK', 'CLOCK_SHIFT', 'STANDFIRST_PREVIEW', 'NODE_ENV']);

const reports = join(root, '.build', 'reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const report = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
};

/** Tests that kept and that broke their promise, over both runners; a test that was left out did not keep it. */
const counted = () => {
  const units = report(vitestReport);
  const { stats = {} } = report(playwrightReport);
  return {
    passed: (units.numPassedTests ?? 0) + (stats.expected ?? 0),
    failed: (units.numFailedTests ?? 0) + (stats.unexpected ?? 0) + (stats.flaky ?? 0),
  };
};

const bySource = (file) => run(process.execPath, ['--import', 'tsx', file]);

const runAll = async () => {
  checkNode();
  await installMissing();
  await step('Checking content/', () => bySource('newsroom/check.ts'));
  await generateTypes();
  await step('Checking that generated documents are fresh', () => bySource('newsroom/docs.ts'));
  await step('Compiling the types', async () => {
    await runInstalled('next', ['typegen']);
    await runInstalled('typescript', ['--noEmit', '--project', '.'], { command: 'tsc' });
  });
  await step('Checking the code against the house rules', () => runInstalled('eslint', ['.', '--max-warnings=0']));
  await step('Checking the layout of the code', () => runInstalled('prettier', ['--check', '.']));
  await step('Unit tests', () =>
    runInstalled('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]),
  );
  await buildSite();
  const browser = await step('Finding a browser', browserForTests);
  await step('End-to-end tests', () =>
    runInstalled('@playwright/test', ['test', '--reporter=list,json'], {
      command: 'playwright',
      show: true,
      env: { STANDFIRST_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    }),
  );
};

process.chdir(root);
endWithNpm();
process.env.NEXT_TELEMETRY_DISABLED = '1';
for (const name of foreign) Reflect.deleteProperty(process.env, name);
rmSync(reports, { recursive: true, force: true });
// The archive of an earlier run would remember articles that the fixture newsroom has no more.
rmSync(join(root, '.build', 'e2e'), { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let broken = false;
try {
  await runAll();
} catch (fault) {
  broken = true;
  explain(fault);
}
const { passed, failed } = counted();
// A step that broke without a test, like a type error, must not look like success.
console.log(`\n${passed} passed, ${broken ? Math.max(1, failed) : failed} failed`);
process.exitCode = broken || failed > 0 ? 1 : 0;
