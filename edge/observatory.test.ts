import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import type { Got, TestDoor } from '#edge/doorForTests';
import { observe } from '#edge/observatoryForTests';

let door: TestDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

/** The door under test is that of https://news.example. */
const observed = ({ headers, body }: Got) =>
  observe({ url: 'https://news.example/', headers, html: body.toString('utf8'), redirectsToHttps: true });

test.each([
  ['the front', '/', 200],
  ['an article', '/2026/10/15/bridge', 200],
  ['a page that is not there', '/2026/10/15/lost', 404],
  ['a piece that was withdrawn', '/2026/10/15/gone', 410],
  ['an address that never was', '/wp-login.php%00', 404],
  ['a page that could not be made', '/2026/10/15/broken', 503],
])('%s has the grade A+ of MDN’s HTTP Observatory', async (_name, path, status) => {
  const got = await door.get(path);
  expect(got.status).toBe(status);
  const { modifiers, score, grade } = observed(got);
  expect(Object.entries(modifiers).filter(([, modifier]) => modifier < 0)).toEqual([]);
  expect([grade, score]).toEqual(['A+', 130]);
});

const good = {
  'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const gradeOf = (headers: Record<string, string | string[]>, html = '', redirectsToHttps = true) => {
  const { score, grade } = observe({ url: 'https://news.example/', headers, html, redirectsToHttps });
  return `${grade} ${score}`;
};

test('the rules take what the published table takes', () => {
  expect(gradeOf(good)).toBe('A+ 130');
  expect(gradeOf({})).toBe('D 30');
  expect(
    gradeOf({ ...good, 'content-security-policy': "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'" }),
  ).toBe('B+ 80');
  expect(gradeOf({ ...good, 'content-security-policy': "default-src 'self'; default-src 'none'" })).toBe('C 55');
  expect(gradeOf({ ...good, 'strict-transport-security': 'max-age=300' })).toBe('A+ 120');
  expect(gradeOf({ ...good, 'strict-transport-security': 'always' })).toBe('B+ 80');
  expect(gradeOf({ ...good, 'set-cookie': ['session=1; Secure; SameSite=Lax'] })).toBe('B 70');
  expect(gradeOf(good, '<script src="https://cdn.example/a.js"></script>')).toBe('A+ 125');
  expect(gradeOf(good, '<script src="/islands/a.js" integrity="sha384-x"></script>')).toBe('A+ 135');
  expect(gradeOf(good, '', false)).toBe('B+ 80');
});
