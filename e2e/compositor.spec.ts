/** What the renderer sets without Next is what Next renders, byte for byte: each kind of page and document compared. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesIn, mirror } from './mirrored.ts';
import { freePort, temporaryFolder } from './secondSite.ts';

test.describe.configure({ timeout: 300_000 });

/** Addresses of one kind that are compared. */
const ofEachKind = 3;

/** The address of a file of the mirror. */
const addressOf = (file: string): string => `/${file.replace(/(?:^|\/)index\.html$/, '')}`;

/** Pages of one kind have addresses of one shape. */
const kindOf = (address: string): string =>
  address
    .replace(/^\/\d{4}(?=\/|$)/, '/year')
    .replace(/\/\d+(?=\/|$)/g, '/n')
    .replace(/^(\/(?:year\/n\/n|tag|author|category|series|about)\/)[^/.]+/, '$1name');

/** Not what Next makes, or made anew for each reader. */
const isOfOthers = (address: string): boolean =>
  /^\/(?:pictures|cards|files|_next|islands|newsletter)\//.test(address) ||
  /^\/(?:newsletter|_\w+|404\.html|speculation-rules\.json)$/.test(address);

/** A page of Next as the front door hands it out: without its script and React's seams, structured data in the head. */
const plain = (html: string): string => {
  const text = html
    .replace(/<script(?![^>]*(?:ld\+json|src="\/islands\/))[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link[^>]* as="script"[^>]*>/g, '')
    .replace(/<div hidden=""><!--\$--><!--\/\$--><\/div>|<!--\/?\$-->|<!-- -->/g, '');
  const data = /<script type="application\/ld\+json"[^>]*>[\s\S]*?<\/script>/g;
  return text.replace(data, '').replace('</head>', () => `${(text.match(data) ?? []).join('')}</head>`);
};

test('each kind of page and document is the same, set without Next or rendered by it', async () => {
  const work = temporaryFolder();
  const plan = { folder: join(work, 'out'), contentDir: 'e2e/content', dataDir: join(work, 'data') };
  const siteUrl = 'http://news.localhost';
  await mirror({ ...plan, siteUrl, args: ['--cards', '0'] });
  // Feeds say how long their pictures are, once these are made: all of them are now.
  await mirror({ ...plan, siteUrl, args: ['--cards', '0', '--all'] });
  const port = await freePort();
  const next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CONTENT_DIR: plan.contentDir,
        DATA_DIR: plan.dataDir,
        SITE_URL: siteUrl,
        CLOCK_SHIFT: String(Date.parse('2026-10-15T09:00:00+03:00') - Date.now()),
      },
      stdio: 'ignore',
    },
  );
  const ended = new Promise((resolve) => next.on('exit', resolve));
  const base = `http://127.0.0.1:${port}`;
  try {
    await expect
      .poll(
        () =>
          fetch(`${base}/robots.txt`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
    const seen = new Map<string, number>();
    const compared: string[] = [];
    const differing: string[] = [];
    for (const [file, body] of filesIn(plan.folder)) {
      const address = addressOf(file);
      const count = (seen.get(kindOf(address)) ?? 0) + 1;
      if (isOfOthers(address) || count > ofEachKind) continue;
      const answer = await fetch(base + encodeURI(address));
      // What lies in `public/` is no route.
      if (!answer.headers.get('vary')?.includes('rsc')) continue;
      seen.set(kindOf(address), count);
      compared.push(address);
      const text = await answer.text();
      const isPage = answer.headers.get('content-type')?.startsWith('text/html');
      if ((isPage ? plain(text) : text) !== body.toString()) differing.push(address);
    }
    expect(differing).toEqual([]);
    const kinds = ['/', '/year', '/year/n', '/year/n/n', '/year/n/n/name', '/year/n/n/name.md', '/tag/name', '/about'];
    expect([...seen.keys()]).toEqual(
      expect.arrayContaining([
        ...kinds,
        '/feed.xml',
        '/sitemap.xml',
        '/series/name/atom.xml',
        '/author/name/feed.json',
      ]),
    );
    expect(compared.length).toBeGreaterThan(60);
  } finally {
    next.kill();
    await ended;
    rmSync(work, { recursive: true });
  }
});
