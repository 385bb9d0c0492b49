import { afterAll, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import { timed } from '#edge/serverTiming';

const plain = await openDoor();
const door = await openDoor({}, { around: timed });
afterAll(() => {
  plain.close();
  door.close();
});

const toldBy = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const { headers: told } = await door.get(path, headers);
  const timing = String(told['server-timing']);
  expect(timing).toMatch(/^edge;desc="[a-z]+";dur=\d+\.\d$/);
  return /desc="([a-z]+)"/.exec(timing)?.[1] ?? '';
};

test('in development each answer says how it came about', async () => {
  expect(await toldBy('/2026/10/15/bridge')).toBe('rendered');
  const { headers } = await door.get('/2026/10/15/bridge');
  expect(await toldBy('/2026/10/15/bridge', { 'if-none-match': String(headers.etag) })).toBe('kept');
  door.publish({ number: 2, changes: ['/2026/10/15/bridge'] });
  expect(await toldBy('/2026/10/15/bridge')).toBe('renewed');
  expect(await toldBy('/newsletter')).toBe('passed');
  expect(await toldBy('/wp-login.php')).toBe('door');
  expect(await toldBy('/pictures/abc/x.jpg')).toBe('passed');
  expect(await toldBy('/pictures/abc/x.jpg')).toBe('kept');
  door.loseRenderer();
  expect(await toldBy('/2026/10/14/never-asked-for')).toBe('door');
});

test('everywhere else nothing is said of it', async () => {
  for (const path of ['/', '/', '/newsletter', '/wp-login.php']) {
    expect((await plain.get(path)).headers).not.toHaveProperty('server-timing');
  }
});
