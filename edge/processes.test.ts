import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSite } from '#edge/processes';
import type { OpenSite } from '#edge/processes';

/** A renderer that answers with its number, hangs, dies or dawdles as it is asked. */
const renderer = `
import { createServer } from 'node:http';
setInterval(() => process.send({ type: 'heartbeat' }), 100);
process.on('message', ({ type }) => type === 'stop' && process.exit(0));
process.on('disconnect', () => process.exit(0));
const answer = (request, response) => {
  if (request.url.includes('hang')) for (;;);
  if (request.url.includes('die')) process.exit(1);
  response.setHeader('Content-Type', 'text/html');
  setTimeout(() => response.end('<html>' + process.pid + '</html>'), request.url.includes('slow') ? 700 : 0);
};
const server = createServer(answer).listen(0, '127.0.0.1', () => {
  process.send({ type: 'ready', port: server.address().port });
});
`;
const publisher = `
setInterval(() => process.send({ type: 'heartbeat' }), 100);
process.on('message', ({ type }) => type === 'stop' && process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send({ type: 'edition', edition: { number: 7, at: 0, changes: [], removed: [] } });
process.send({ type: 'ready' });
let pulls = 0;
process.on('message', ({ type }) => {
  if (type !== 'pull') return;
  pulls += 1;
  process.send({ type: 'pulled', pulled: { outcome: pulls === 1 ? 'diverged' : 'new', at: Date.UTC(2026, 9, 15), ms: 5 } });
});
`;

let folder: string;
let site: OpenSite;

const open = (): Promise<OpenSite> =>
  new Promise((resolve, reject) => {
    const opened = openSite({
      place: { port: 0, host: '127.0.0.1' },
      root: folder,
      scripts: { renderer: join(folder, 'renderer.mjs'), publisher: join(folder, 'publisher.mjs') },
      execArgv: [],
      clockShift: 0,
      frameOrigins: [],
      keep: 10_000_000,
      publish: { secret: 'a secret that both sides hold', branch: 'main' },
      day: () => 'today',
      heartbeat: 150,
      opened: () => void opened.then(resolve, reject),
    });
  });

const get = (path: string) => fetch(site.siteUrl.replace('localhost', '127.0.0.1') + path);
const rendererNow = async () => Number(/\d+/.exec(await (await get('/newsletter')).text())?.[0]);
const waitFor = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await what())) await new Promise((again) => setTimeout(again, 25));
};
const isAlive = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standfirst-processes-'));
  writeFileSync(join(folder, 'renderer.mjs'), renderer);
  writeFileSync(join(folder, 'publisher.mjs'), publisher);
  site = await open();
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

test('a page comes from the renderer, and readiness names the edition', async () => {
  expect(await rendererNow()).toBe(site.renderer.pid());
  await waitFor(async () => ((await (await get('/api/health/ready')).json()) as { edition?: number }).edition === 7);
  const ready = await get('/api/health/ready');
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { ready: true, renderer: 'ready', publisher: 'ready', edition: 7 },
  ]);
});

test('a signed word of the git host reaches the publisher, and readiness says how the last pull ended', async () => {
  const hook = () =>
    fetch(`${site.siteUrl.replace('localhost', '127.0.0.1')}/api/publish`, {
      method: 'POST',
      headers: { 'X-Gitlab-Token': 'a secret that both sides hold' },
    });
  const pull = async () => ((await (await get('/api/health/ready')).json()) as { pull?: object }).pull;
  for (const outcome of ['diverged', 'new']) {
    expect((await hook()).status).toBe(202);
    await vi.waitFor(async () => expect(await pull()).toEqual({ outcome, at: '2026-10-15T00:00:00.000Z' }));
  }
});

test('a killed renderer is started again; kept pages never noticed, and whoever asks for others waits instead of failing', async () => {
  const before = site.renderer.pid() ?? 0;
  const front = await (await get('/')).text();
  process.kill(before, 'SIGKILL');
  expect(await (await get('/')).text()).toBe(front);
  const pages = await Promise.all(Array.from({ length: 20 }, (_, n) => get(`/2026/10/15/piece-${n}`)));
  expect(pages.map((page) => page.status)).toEqual(Array(20).fill(200));
  expect(await rendererNow()).not.toBe(before);
});

test('a renderer that hangs is killed after three missed heartbeats, and other readers get their pages', async () => {
  const before = await rendererNow();
  const hung = get('/2026/10/15/hang');
  await new Promise((next) => setTimeout(next, 100));
  const after = rendererNow();
  expect((await hung).status).toBe(503);
  expect(await after).not.toBe(before);
}, 20_000);

test('a page that kills its renderer gets the 503 page with Retry-After, readable as it is', async () => {
  const page = await get('/2026/10/15/die');
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(await page.text()).toContain('<h1>One moment, please</h1>');
  expect((await get('/')).status).toBe(200);
}, 20_000);

test('a dead publisher takes no page down and is started again', async () => {
  const before = site.publisher.pid() ?? 0;
  process.kill(before, 'SIGKILL');
  expect((await get('/')).status).toBe(200);
  await waitFor(() => isAlive(site.publisher.pid()) && site.publisher.pid() !== before);
});

test('told to stop, the site finishes what is in flight, takes nothing new, and ends its children', async () => {
  const other = await open();
  const base = other.siteUrl.replace('localhost', '127.0.0.1');
  const children = [other.renderer.pid(), other.publisher.pid()];
  const inFlight = fetch(`${base}/2026/10/15/slow`);
  await new Promise((next) => setTimeout(next, 200));
  const stopped = other.stop();
  const asked = (): Promise<string> =>
    fetch(`${base}/`)
      .then(() => 'answered')
      .catch(() => 'shut');
  await expect.poll(asked, { interval: 20, timeout: 5000 }).toBe('shut');
  expect((await inFlight).status).toBe(200);
  await stopped;
  await waitFor(() => children.every((pid) => !isAlive(pid)));
});

test('children end when the server that forked them is killed', async () => {
  const { spawn } = await import('node:child_process');
  const starter = `
    import { openSite } from ${JSON.stringify(join(import.meta.dirname, 'processes.ts'))};
    const site = await openSite({ place: { port: 0, host: '127.0.0.1' }, root: ${JSON.stringify(folder)}, execArgv: [],
      scripts: { renderer: ${JSON.stringify(join(folder, 'renderer.mjs'))}, publisher: ${JSON.stringify(join(folder, 'publisher.mjs'))} },
      clockShift: 0, frameOrigins: [], keep: 1e6, day: () => '', opened: () => console.log('pids', site.renderer.pid(), site.publisher.pid()) });
  `;
  writeFileSync(join(folder, 'starter.mts'), starter);
  const server = spawn(process.execPath, ['--import', 'tsx', join(folder, 'starter.mts')], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  server.stdout.on('data', (chunk) => (said += String(chunk)));
  await waitFor(() => /pids \d+ \d+/.test(said));
  const children = (/pids (\d+) (\d+)/.exec(said) ?? []).slice(1).map(Number);
  expect(children.every(isAlive)).toBe(true);
  server.kill('SIGKILL');
  await waitFor(() => children.every((pid) => !isAlive(pid)));
}, 20_000);

test('a port that is taken ends the start with the remedy', async () => {
  const { spawnSync } = await import('node:child_process');
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = (taken.address() as { port: number }).port;
  writeFileSync(
    join(folder, 'taken.mts'),
    `import { listen } from ${JSON.stringify(join(import.meta.dirname, 'listening.ts'))}; await listen({ port: ${port}, host: '127.0.0.1' }, () => {});`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(folder, 'taken.mts')], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  taken.close();
  expect(status).toBe(1);
  expect(stderr).toContain(`PORT=${port + 1} npm start`);
});
