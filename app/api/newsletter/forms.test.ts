import { beforeAll, expect, test, vi } from 'vitest';
import { audienceForTests, type TestAudience } from '#audience/audienceForTests';
import { unpackForm } from '#audience/returnedForm';
import { formHeader, pageHeader } from '#model/innerHeaders';
import { site } from '#site';

let stage: TestAudience;
const siteUrl = 'https://news.example';
vi.mock('../../paper', async () => ({
  site: (await import('#site')).site,
  settings: { siteUrl: 'https://news.example' },
  now: () => stage.now(),
  archive: {},
}));
vi.mock('../../audience', () => ({ audience: () => stage.audience }));

const { POST: signUp } = await import('./sign-up/route');
const { POST: confirm } = await import('./confirm/route');
const { POST: preferences } = await import('./preferences/route');
const { POST: unsubscribe, GET: openUnsubscribe } = await import('./unsubscribe/route');

beforeAll(async () => {
  stage = await audienceForTests(undefined);
  return () => stage.close();
});

type Fields = Readonly<Record<string, string | readonly string[]>>;
const form = (fields: Fields, headers: Record<string, string> = {}, path = '/'): Request => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return new Request(siteUrl + path, { method: 'POST', body, headers: { origin: siteUrl, ...headers } });
};

test('the whole way: sign up, confirm, choose, stop', async () => {
  const stamp = stage.audience.stamp();
  stage.later(5000);
  const sent = await signUp(
    form({ email: 'reader@example.org', newsletter: ['six-oclock', 'long-read'], website: '', stamp }),
  );
  const place = sent.headers.get('location') ?? '';
  expect([sent.status, place]).toEqual([303, expect.stringMatching(/^\/newsletter\/check-your-mail\?to=[\w-]+$/)]);
  expect(stage.audience.unseal(place.split('to=')[1] ?? '')).toBe('reader@example.org');
  await stage.audience.sendDue();
  const confirmed = await confirm(form({ token: stage.tokenIn('confirm') }));
  const token = (confirmed.headers.get('location') ?? '').replace('/newsletter/confirmed?token=', '');
  expect(confirmed.status).toBe(303);
  const saved = await preferences(form({ token, newsletter: 'long-read', do: 'save' }));
  expect(saved.headers.get('location')).toBe(`/newsletter/preferences?token=${token}&saved=yes`);
  const stopped = await preferences(form({ token, newsletter: 'long-read', do: 'stop' }));
  expect(stopped.headers.get('location')).toBe('/newsletter/stopped');
  expect(await stage.audience.choice(token, stage.now())).toEqual({ ok: false, fault: 'unknown' });
});

test('a form with a slip comes back with what was typed', async () => {
  const stamp = stage.audience.stamp();
  stage.later(5000);
  const email = '"><script>@example';
  const answer = await signUp(form({ email, newsletter: ['long-read', 'x'], stamp }));
  expect([answer.status, answer.headers.get(pageHeader)]).toEqual([400, '/newsletter']);
  expect(unpackForm(answer.headers.get(formHeader))).toEqual({
    fault: 'address',
    email,
    newsletters: ['long-read'],
    stamp,
  });
  expect(answer.headers.get('content-type')).toContain('text/plain');
});

test('an address that was asked for too often is told when to come back', async () => {
  const stamp = stage.audience.stamp();
  stage.later(5000);
  const statuses = [];
  for (let n = 0; n < 4; n += 1) {
    const answer = await signUp(form({ email: 'often@example.org', newsletter: site.newsletters[0]?.id ?? '', stamp }));
    statuses.push([answer.status, answer.headers.get('retry-after')]);
  }
  expect(statuses).toEqual([
    [303, null],
    [303, null],
    [303, null],
    [429, '3600'],
  ]);
});

const routes = { signUp, confirm, preferences, unsubscribe };

test.each(Object.entries(routes))('%s refuses forms of other sites, other types and a megabyte', async (_, post) => {
  const statusOf = async (request: Request): Promise<number> => (await post(request)).status;
  expect(await statusOf(form({ token: 'x' }, { 'sec-fetch-site': 'cross-site' }))).toBe(403);
  expect(await statusOf(form({ token: 'x' }, { origin: 'https://evil.example' }))).toBe(403);
  expect(await statusOf(form({ token: 'x' }, { 'content-type': 'application/json' }))).toBe(415);
  expect(await statusOf(form({ token: 'a'.repeat(1_000_000) }))).toBe(413);
  expect(await statusOf(form({}))).toBe(400);
  expect(await statusOf(form({ token: ['a', 'b'] }))).toBe(400);
});

test('a link that is of no use is answered with 400 and the page that says so', async () => {
  for (const post of [confirm, preferences, unsubscribe]) {
    const answer = await post(form({ token: 'forged' }));
    expect([answer.status, answer.headers.get(pageHeader)]).toEqual([400, '/newsletter/link']);
    expect(unpackForm(answer.headers.get(formHeader))).toEqual({ fault: 'forged' });
  }
});

test('a mail program stops the letters with one post that follows no redirect; opening the address only shows a button', async () => {
  await stage.signUp({ email: 'tap@example.org' });
  const address = /<(.*)>/.exec(stage.letters.at(-1)?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const path = address.replace(siteUrl, '');
  const opened = openUnsubscribe(new Request(address));
  expect([opened.status, opened.headers.get('location')]).toEqual([303, path.replace('/api', '')]);
  const tap = new Request(address, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect((await unsubscribe(tap)).status).toBe(200);
  expect(await stage.audience.waiting(stage.tokenIn('confirm'), stage.now())).toEqual({ ok: false, fault: 'unknown' });
});

test('a database that is away is said with 503, and the log has no address', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fault = new Error('duplicate key: reader@example.org');
  const away = vi.spyOn(stage.audience, 'confirm').mockRejectedValue(fault);
  const answer = await confirm(form({ token: 'x' }));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '120']);
  expect(JSON.stringify(log.mock.calls)).not.toContain('example.org');
  away.mockRestore();
  log.mockRestore();
});
