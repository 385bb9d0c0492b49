import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive';
import { openForReading } from '#archive/database';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
let tools: string;
beforeEach(() => {
  newsroom = openTestNewsroom();
  tools = mkdtempSync(join(tmpdir(), 'deadly-'));
});
afterEach(async () => {
  rmSync(tools, { recursive: true, force: true });
  await newsroom.close();
});

/** Code that kills its process as a fault in a native library does: at the bytes of a file, whatever reads them. */
const deadly = `
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { readFileSync } = fs;
const look = (bytes) => {
  if (Buffer.from(bytes).includes('DEADLY')) process.kill(process.pid, 'SIGKILL');
};
fs.readFileSync = (path, ...rest) => {
  const bytes = readFileSync(path, ...rest);
  if (String(path).endsWith('.jpg')) look(bytes);
  return bytes;
};
const decode = TextDecoder.prototype.decode;
TextDecoder.prototype.decode = function (bytes, ...rest) {
  if (bytes) look(bytes);
  return decode.call(this, bytes, ...rest);
};
syncBuiltinESMExports();
`;

/** A publisher that makes one edition, in a process of its own; answers with how it ended. */
const runPublisher = async (): Promise<string | number | null> => {
  const hook = join(tools, 'deadly.cjs');
  const script = join(tools, 'publisher.mjs');
  writeFileSync(hook, deadly);
  writeFileSync(
    script,
    `import { createIngest } from ${JSON.stringify(pathToFileURL(resolve('archive/ingest.ts')).href)};
     const ingest = createIngest({
       contentDir: ${JSON.stringify(newsroom.contentDir)}, dataDir: ${JSON.stringify(join(tools, 'data'))},
       site: { timeZone: 'Africa/Nairobi', smartPunctuation: false }, now: () => ${newsroom.now()},
     });
     await ingest.run();
     await ingest.run();
     await ingest.close();`,
  );
  const child = spawn(process.execPath, ['--require', hook, '--import', 'tsx', script], { stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? code;
};

const day = 'articles/2026/10/15';
const archived = () => {
  const archive = openArchive({ dataDir: join(tools, 'data') });
  const latest = archive.latest(1, 100, newsroom.now()).items.map(({ address }) => address);
  const problems = (file: string) => archive.findings(file).problems.map(({ message }) => message);
  return { latest, problems, edition: archive.edition().number, close: () => archive.close() };
};

test('a file that kills its reader is set aside after two deaths; everything else goes out, and a changed file too', async () => {
  for (let nth = 0; nth < 60; nth += 1)
    newsroom.write(`${day}/piece-${nth}.mdx`, articleWith({ headline: `Piece ${nth}` }, `Words ${nth}.`));
  newsroom.write(`${day}/killer.mdx`, articleWith({ headline: 'Killer' }, 'DEADLY words.'));
  expect([await runPublisher(), await runPublisher()]).toEqual(['SIGKILL', 'SIGKILL']);
  expect(await runPublisher()).toBe(0);
  const first = archived();
  expect(first.latest).toHaveLength(60);
  expect(first.problems(`${day}/killer.mdx`)).toEqual([expect.stringMatching(/stops the whole program/)]);
  first.close();
  newsroom.write(`${day}/killer.mdx`, articleWith({ headline: 'Killer' }, 'Harmless words.'));
  expect(await runPublisher()).toBe(0);
  const then = archived();
  expect(then.latest).toHaveLength(61);
  expect(then.problems(`${day}/killer.mdx`)).toEqual([]);
  expect(then.edition).toBe(first.edition + 1);
  then.close();
}, 120_000);

test('a picture that kills its reader is set aside too, and its article goes out without it', async () => {
  newsroom.write(`${day}/bridge.mdx`, articleWith({ leadImage: 'bridge.jpg' }));
  newsroom.write(`${day}/bridge.jpg`, 'DEADLY');
  newsroom.write(`${day}/bridge.jpg.yaml`, 'alt: A\ncredit: B\nlicence: C\n');
  expect([await runPublisher(), await runPublisher(), await runPublisher()]).toEqual(['SIGKILL', 'SIGKILL', 0]);
  const { latest, close } = archived();
  expect(latest).toEqual(['/2026/10/15/bridge']);
  close();
  const db = openForReading(join(tools, 'data'));
  expect(db.one('select fault from picture')).toMatchObject({ fault: expect.stringMatching(/set aside/) as string });
  db.close();
}, 120_000);

test('a death with another cause holds nothing back, and a process that ends well leaves no note', async () => {
  newsroom.write(`${day}/a.mdx`, articleWith());
  await newsroom.publish();
  writeFileSync(join(newsroom.dataDir, 'reading/desk-1.note'), `0123\t${day}/b.mdx\nrest of a longer one\n`);
  newsroom.write(`${day}/b.mdx`, articleWith({ headline: 'B' }, 'Other words.'));
  await newsroom.publish();
  expect(newsroom.archive.latest(1, 10, newsroom.now()).total).toBe(2);
  await newsroom.ingest.close();
  expect(existsSync(join(newsroom.dataDir, 'reading/desk-1.note'))).toBe(false);
});
