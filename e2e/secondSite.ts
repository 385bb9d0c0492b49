/** Starts the built site once more, on a port and a data folder of its own, and ends it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the second site differs from the one that all tests share. */
export type SecondSitePlan = {
  readonly contentDir: string;
  /** The moment at which its clock starts; absent: now. */
  readonly clock?: string;
  /** Settings that only this one has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it writes; absent: a folder of its own. It is removed at the end of a site that made it. */
  readonly dataDir?: string;
  /** Told of its address before it is ready, for readers who do not wait. */
  readonly starting?: (base: string) => void;
};

/** The processes behind the door. */
export type ChildName = 'renderer' | 'publisher';

/** The running site. `end` also removes the folder that it made. */
export type SecondSite = {
  readonly base: string;
  readonly dataDir: string;
  /** Sends a signal to one of the processes behind its door, which must be there. Gives its number. */
  readonly signal: (name: ChildName, signal: NodeJS.Signals) => number;
  /** Whether one of these processes runs that is not the one of this number. */
  readonly hasNew: (name: ChildName, than: number) => boolean;
  /** All that it wrote to its log. */
  readonly log: () => string;
  readonly end: () => Promise<void>;
};

/** Milliseconds: a busy machine takes its time to read a newsroom for the first time. */
const startsWithin = 90_000;

/** A port that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A new folder that nobody else uses. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'standfirst-e2e-'));

/** What a process is called in the system's table; our own children give themselves names (`standfirst renderer`). */
const titleOf = (pid: number): string => {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

/** The process of this name that another one started; `undefined` while there is none. */
const childOf = (parent: number, name: string): number | undefined =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = 0]) => pid)
    .find((pid) => pid > 0 && titleOf(pid).startsWith(`standfirst ${name}`));

const whenReady = async (base: string, child: ChildProcess, said: readonly string[]): Promise<void> => {
  const limit = Date.now() + startsWithin;
  while (Date.now() < limit && child.exitCode === null) {
    const ready = await fetch(`${base}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error(`The second site did not start.\n${said.join('')}`);
};

/** Starts it and waits until pages come. */
export const startSecondSite = async (plan: SecondSitePlan): Promise<SecondSite> => {
  const { contentDir, clock, env, dataDir: given } = plan;
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const dataDir = given ?? temporaryFolder();
  const inherited = { ...process.env };
  delete inherited.TEST_CLOCK;
  delete inherited.SITE_URL;
  const child = spawn(process.execPath, ['.build/server.js'], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      PORT: String(port),
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      ...(clock !== undefined && { TEST_CLOCK: clock }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  plan.starting?.(base);
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await whenReady(base, child, said);
  } catch (fault) {
    await end();
    throw fault;
  }
  const numberOf = (name: ChildName): number | undefined => (child.pid ? childOf(child.pid, name) : undefined);
  const signal: SecondSite['signal'] = (name, which) => {
    const pid = numberOf(name);
    // Number 0 would mean everybody, whoever runs these tests included.
    if (!pid) throw new Error(`There is no ${name} to send ${which} to.`);
    process.kill(pid, which);
    return pid;
  };
  const hasNew: SecondSite['hasNew'] = (name, than) => ![undefined, than].includes(numberOf(name));
  return { base, dataDir, signal, hasNew, log: () => said.join(''), end };
};
