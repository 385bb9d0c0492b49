/** This site, started from its build on a free port with a data folder that nobody keeps. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandFault, type Environment } from '#newsroom/commandPlace';

/** A running site and its end, which removes what it wrote. */
export type OwnSite = { readonly origin: string; readonly end: () => Promise<void> };

/** Milliseconds in which it must be ready. */
const startsWithin = 120_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts it. Throws `CommandFault` where it was not built or does not come up. */
export const startOwnSite = async (env: Environment, cwd: string): Promise<OwnSite> => {
  const server = join(cwd, '.build', 'server.js');
  if (!existsSync(server))
    throw new CommandFault(
      'This site is not built yet. Start it once with npm start, or name the address of a running site.',
    );
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'standfirst-check-'));
  const { SITE_URL: _, ...rest } = env;
  const said: string[] = [];
  const child = spawn(process.execPath, [server], {
    cwd,
    env: { ...rest, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const origin = `http://localhost:${port}`;
  const limit = performance.now() + startsWithin;
  while (performance.now() < limit && child.exitCode === null) {
    const isReady = await fetch(`${origin}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { origin, end };
    await new Promise((again) => setTimeout(again, 100));
  }
  await end();
  throw new CommandFault(`The site did not start.\n${said.join('').slice(-2000)}`);
};
