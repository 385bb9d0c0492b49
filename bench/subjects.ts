/** Who is compared at the door, and how each is started: a server, what is asked of it, and whose CPU it takes. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ownScript } from './scripts';
import { freePort, start } from './started';

/** A server that takes its turn. */
export type Subject = {
  readonly name: string;
  readonly url: string;
  readonly paths: readonly string[];
  /** The process whose CPU, with that of all that it started, is counted. */
  readonly pid: number;
  readonly end: () => Promise<void>;
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );

const untilItAnswers = async (url: string, said: () => string): Promise<void> => {
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries > 100) throw new Error(`Nothing answers at ${url}. The program said:\n${said()}`);
    await new Promise((again) => setTimeout(again, 50));
  }
};

/** Node's own server with the page as one compressed buffer. */
export const bareNode = async (folder: string, page: Buffer): Promise<Subject> => {
  const file = join(folder, 'page.br');
  writeFileSync(file, brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  const port = await freePort();
  const started = start(process.execPath, [ownScript('bareProcess'), String(port), file]);
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, started.said);
  return { name: 'bare `node:http`, one buffer', url, paths: ['/'], pid: started.pid, end: started.end };
};

const places = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/** The module for brotli is not part of nginx; gzip made beforehand costs it as little. */
const nginxConfig = (folder: string, port: number): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  types { text/html html; }
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/root;
    gzip_static on;
  }
}
`;

/** nginx with the page as a file, compressed beforehand; `undefined` where it is not installed. */
export const nginx = async (folder: string, page: Buffer): Promise<Subject | undefined> => {
  const program = places.find((place) => existsSync(place));
  if (program === undefined) return undefined;
  mkdirSync(join(folder, 'root'), { recursive: true });
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'root', 'index.html'), page);
  writeFileSync(join(folder, 'root', 'index.html.gz'), gzipSync(page, { level: 9 }));
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, port));
  const started = start(program, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, started.said);
  return { name: 'nginx, one file', url, paths: ['/'], pid: started.pid, end: started.end };
};
