import { afterAll, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import { byMovedClock } from '#edge/movedClock';

const day = 24 * 3_600_000;
const moved = await openDoor({}, { around: (handle) => byMovedClock(-10 * day, handle) });
const plain = await openDoor({}, { around: (handle) => byMovedClock(0, handle) });
afterAll(() => {
  moved.close();
  plain.close();
});

const behind = (headers: Readonly<Record<string, unknown>>): number =>
  Math.round((Date.now() - Date.parse(String(headers.date))) / day);

test('a site whose clock was moved tells that time in every answer, and any other the true one', async () => {
  const page = '/2026/10/15/bridge';
  const { headers } = await moved.get(page);
  const again = await moved.get(page, { 'if-none-match': String(headers.etag) });
  expect([again.status, behind(headers), behind(again.headers)]).toEqual([304, 10, 10]);
  for (const path of ['/wp-login.php', '/pictures/abc/x.jpg', '/newsletter'])
    expect([path, behind((await moved.get(path)).headers), behind((await plain.get(path)).headers)]).toEqual([
      path,
      10,
      0,
    ]);
});
