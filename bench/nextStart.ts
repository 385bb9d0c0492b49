/** What plain Next does with the same application: `next start` on our pages, dynamic and prerendered. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, type SitePlace } from './measuredSite';
import { clone } from './scripts';
import { freePort, runToEnd, start } from './started';
import type { Subject } from './subjects';

const next = join(clone, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Milliseconds that `next start` may take. */
const patience = 60_000;

/** Starts `next start` in a folder that was built, and waits for the first page. */
export const nextStart = async (name: string, folder: string, place: SitePlace, path: string): Promise<Subject> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...environmentOf(place, port), SITE_URL: url };
  const started = start(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: folder, env });
  const until = performance.now() + patience;
  while (
    !(await fetch(url + path).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (started.child.exitCode !== null || performance.now() > until) {
      await started.end();
      throw new Error(`next start did not answer ${path}. It said:\n${started.said()}`);
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  return { name, url, paths: [path], pid: started.pid, end: started.end };
};

/** What the pages are made of, and nothing that only the front door or the newsroom needs. */
const sources = [
  ...['app', 'archive', 'audience', 'components', 'edge', 'model', 'public', 'syndication', '.contentlayer'],
  ...['instrumentation.ts', 'settings.ts', 'clock.ts', 'site.config.ts', 'package.json', 'tailwind.config.ts'],
  ...[
    'postcss.config.mjs',
    'next.config.mjs',
    'tsconfig.json',
    'next-env.d.ts',
    '.build/edition.json',
    '.build/islands',
  ],
];

const articlePage = join('app', '[year]', '[month]', '[day]', '[slug]', 'page.tsx');

/**
 * A copy of the application inside the clone (Next resolves packages from there), whose articles are made once and kept by
 * Next itself: `force-static` for `force-dynamic`, and nothing else. Gives its folder.
 */
export const prerenderedCopy = async (place: SitePlace): Promise<string> => {
  const folder = join(clone, '.build', 'prerendered');
  rmSync(folder, { recursive: true, force: true });
  for (const source of sources.filter((name) => existsSync(join(clone, name))))
    cpSync(join(clone, source), join(folder, source), {
      recursive: true,
      filter: (path) => !/\.test\.tsx?$/.test(path),
    });
  const text = readFileSync(join(folder, articlePage), 'utf8');
  const still = text.replace("'force-dynamic'", "'force-static'");
  if (still === text)
    throw new Error(
      `${articlePage} does not say force-dynamic any more: bench/nextStart.ts must learn how it is made.`,
    );
  writeFileSync(join(folder, articlePage), still);
  await runToEnd(process.execPath, [next, 'build'], { cwd: folder, env: environmentOf(place, 0) });
  return folder;
};
