/** Runs `npm run mirror` as a person would, and serves its folder with the dumbest of servers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a mirror is made of. */
export type MirrorPlan = {
  readonly folder: string;
  readonly contentDir: string;
  readonly dataDir: string;
  readonly siteUrl: string;
  readonly args?: readonly string[];
};

/** The summary that `--json` prints. */
export type Summary = {
  readonly edition: number;
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  readonly asked: number;
  readonly failures: readonly { readonly address: string; readonly why: string }[];
};

/** A run that goes on. */
export type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly said: string }>;
};

/** Starts it at 15 October 2026, 09:00 in Nairobi. */
export const startMirror = ({ folder, contentDir, dataDir, siteUrl, args = [] }: MirrorPlan): Running => {
  const child = spawn(process.execPath, ['.build/mirror.js', folder, '--json', ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      SITE_URL: siteUrl,
      TEST_CLOCK: '2026-10-15T09:00:00+03:00',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said }))) };
};

/** Runs it to its end, which must be a good one. */
export const mirror = async (plan: MirrorPlan): Promise<Summary> => {
  const { code, out, said } = await startMirror(plan).ended;
  if (code !== 0) throw new Error(`The mirror ended with ${code ?? 'a signal'}.\n${out}${said}`);
  return JSON.parse(out) as Summary;
};

/** All files of a folder but the mirror's own notes, by path. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(join(folder, '.mirror')))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  xml: 'text/xml',
  json: 'application/json',
  txt: 'text/plain',
  md: 'text/plain',
};

const fileAt = (path: string): string | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() ? fileAt(join(path, 'index.html')) : stat && path;
};

/** Serves a folder that may be still empty: a path is a file, or a folder with an `index.html`, or nothing. */
export const serveFolder = async (folder: string): Promise<{ readonly base: string; readonly end: () => void }> => {
  const server = createServer((request, response) => {
    const file = fileAt(join(folder, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')));
    response.writeHead(file ? 200 : 404, {
      'content-type': types[file?.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    });
    response.end(file && readFileSync(file));
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end: () => server.close() };
};
