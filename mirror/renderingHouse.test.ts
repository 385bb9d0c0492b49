/** A mirror's renderer is started once, ahead of the first question or with it, and not at all where nothing is asked. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAddress } from '#edge/address';
import { policiesFor } from '#edge/policies';
import { openRenderingHouse, type RenderingHouse } from '#mirror/renderingHouse';

let folder: string;
let house: RenderingHouse;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-'));
  writeFileSync(
    join(folder, 'renderer.mjs'),
    `import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'start ');
process.on('message', ({ type }) => type === 'stop' && process.exit(0)).on('disconnect', () => process.exit(0));
const server = createServer((request, response) => response.setHeader('content-type', 'text/html').end('at ' + request.url));
server.listen(0, '127.0.0.1', () => process.send({ type: 'ready', port: server.address().port }));
`,
  );
  const siteUrl = 'https://news.example';
  house = openRenderingHouse({
    script: join(folder, 'renderer.mjs'),
    execArgv: [],
    siteUrl,
    policies: policiesFor({ siteUrl, frameOrigins: [], contentUsage: '' }),
    clockShift: 0,
    edition: { number: 1, at: 1, changes: [], removed: [] },
  });
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const starts = (): string =>
  existsSync(join(folder, 'starts')) ? readFileSync(join(folder, 'starts'), 'utf8') : 'none';
const answerAt = async (path: string): Promise<string> => {
  const asked = readAddress(path);
  return asked ? (await house.ask(asked)).body.toString() : 'no address';
};

test('the renderer that was begun ahead answers, and there is one', async () => {
  house.begin();
  house.begin();
  expect(await Promise.all([answerAt('/about'), answerAt('/tag/rain')])).toEqual(['at /about', 'at /tag/rain']);
  expect(starts()).toBe('start ');
});

test('without a beginning the first question starts it', async () => {
  expect(await answerAt('/about')).toBe('at /about');
  expect(starts()).toBe('start ');
});

test('where nothing is asked none is started', async () => {
  await house.close();
  expect(starts()).toBe('none');
});
