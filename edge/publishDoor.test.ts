import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import type { TestDoor } from '#edge/doorForTests';
import { sealOf } from '#edge/hookSignature';

const secret = 'a secret that both sides hold';
const push = JSON.stringify({ ref: 'refs/heads/main', after: 'abc', commits: [] });
const json = { 'content-type': 'application/json' };
const hmac = (body: string, key = secret): string => createHmac('sha256', key).update(body).digest('hex');
const github = (body: string, event = 'push', key = secret) => ({
  ...json,
  'x-github-event': event,
  'x-hub-signature-256': `sha256=${hmac(body, key)}`,
});

let door: TestDoor;
let pulls: number;
let lines: string[];
const post = (headers: Record<string, string>, body: string = push) => door.get('/api/publish', headers, 'POST', body);

beforeEach(async () => {
  pulls = 0;
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  door = await openDoor({}, { publish: { secret, branch: 'main', pull: () => (pulls += 1) } });
});
afterEach(() => {
  door.close();
  vi.restoreAllMocks();
});

test('the example of GitHub’s documentation is right, and one that differs in a byte is not', () => {
  const rightFor = (headers: IncomingHttpHeaders, body: string) => {
    const seal = sealOf(headers, "It's a Secret to Everybody");
    seal.take(Buffer.from(body));
    return seal.isRight();
  };
  const digest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
  expect(rightFor({ 'x-hub-signature-256': `sha256=${digest}` }, 'Hello, World!')).toBe(true);
  expect(rightFor({ 'x-hub-signature-256': `sha256=${digest}` }, 'Hello, World?')).toBe(false);
  expect(rightFor({ 'x-hub-signature-256': `sha256=${digest.replace('7', '8')}` }, 'Hello, World!')).toBe(false);
});

const signedBy: readonly (readonly [string, Record<string, string>])[] = [
  ['GitHub', github(push)],
  ['GitLab', { ...json, 'x-gitlab-event': 'Push Hook', 'x-gitlab-token': secret }],
  ['Forgejo', { ...json, 'x-forgejo-event': 'push', 'x-github-event': 'push', 'x-forgejo-signature': hmac(push) }],
  ['Gitea', { ...json, 'x-gitea-event': 'push', 'x-gitea-signature': hmac(push) }],
  ['Bitbucket', { ...json, 'x-event-key': 'repo:push', 'x-hub-signature': `sha256=${hmac(push)}` }],
];

test.each(signedBy)('a push that %s signed is accepted and pulls', async (_who, headers) => {
  const { status, headers: said, body } = await post(headers);
  expect([status, body.toString(), pulls]).toEqual([202, '{"publish":"accepted"}\n', 1]);
  expect([said['cache-control'], said['content-type']]).toEqual(['no-store', 'application/json']);
  expect(door.takeAsked()).toEqual([]);
});

test.each<[string, Record<string, string>]>([
  ['with another secret', github(push, 'push', 'another secret of the same length')],
  ['over another body', github(`${push} `)],
  ['by SHA-1', { ...json, 'x-hub-signature': `sha1=${createHmac('sha1', secret).update(push).digest('hex')}` }],
  ['by an empty word', { ...json, 'x-hub-signature-256': 'sha256=' }],
  ['with the beginning of the signature', { ...json, 'x-hub-signature-256': `sha256=${hmac(push).slice(0, 32)}` }],
  ['with another token', { ...json, 'x-gitlab-token': `${secret}!` }],
  ['with an empty token', { ...json, 'x-gitlab-token': '' }],
  ['not at all', { ...json }],
  ['with the secret where a signature belongs', { ...json, 'x-hub-signature-256': secret, authorization: secret }],
])('a push that is signed %s is 401, and nothing is pulled', async (_how, headers) => {
  const { status, headers: said } = await post(headers);
  expect([status, said['cache-control'], pulls]).toEqual([401, 'no-store', 0]);
  expect(said['www-authenticate']).toBeDefined();
});

test('pushes to other branches, tags and other events are heard with 202 and pull nothing; a trial of the line is 200', async () => {
  const bodies: readonly (readonly [object, string])[] = [
    [{ ref: 'refs/heads/drafts' }, 'push'],
    [{ ref: 'refs/tags/main' }, 'push'],
    [{ ref: 'refs/heads/main/2' }, 'push'],
    [{ action: 'opened', ref: 'refs/heads/main' }, 'issues'],
    [
      { push: { changes: [{ new: { type: 'branch', name: 'drafts' } }, { new: { type: 'tag', name: 'main' } }] } },
      'push',
    ],
    [{ changes: [{ refId: 'refs/heads/drafts' }] }, 'push'],
  ];
  for (const [told, event] of bodies) {
    const body = JSON.stringify(told);
    const { status, body: said } = await post(github(body, event), body);
    expect([status, JSON.parse(said.toString()), pulls]).toMatchObject([202, { publish: 'ignored' }, 0]);
  }
  expect((await post(github('{"zen":"x"}', 'ping'), '{"zen":"x"}')).status).toBe(200);
  expect((await post({ ...github('{"test":true}'), 'x-event-key': 'diagnostics:ping' }, '{"test":true}')).status).toBe(
    200,
  );
  expect(pulls).toBe(0);
});

test('both forms of Bitbucket’s news, GitHub’s form and a bare signed word name our branch', async () => {
  const form = `payload=${encodeURIComponent(push)}`;
  const bodies: readonly (readonly [string, Record<string, string>])[] = [
    [JSON.stringify({ push: { changes: [{ new: { type: 'branch', name: 'main' }, old: null }] } }), {}],
    [JSON.stringify({ changes: [{ refId: 'refs/heads/main' }] }), {}],
    [form, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['', {}],
    ['{}', {}],
  ];
  for (const [body, more] of bodies) {
    expect((await post({ ...github(body), ...more }, body)).status, body).toBe(202);
  }
  expect(pulls).toBe(bodies.length);
});

/** A form as Go writes it (`url.Values.Encode`), which Gitea and Forgejo are written in. */
const goForm = (payload: string): string =>
  `payload=${encodeURIComponent(payload)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')}`;
/** A push as Gitea tells it: indented, with words in it. */
const told = (branch = 'main', words = 'Fix 100 % of it: (a+b) & “Wanjirũ’s” ~*!'): string =>
  JSON.stringify({ ref: `refs/heads/${branch}`, commits: [{ message: words }] }, null, 2);
const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
/** Gitea and Forgejo sign the JSON in the field, also where they send a form; all their headers hold that signature. */
const giteaForm = (payload: string, key = secret) => ({
  ...asForm,
  'x-gitea-event': 'push',
  'x-gitea-signature': hmac(payload, key),
  'x-gogs-event': 'push',
  'x-gogs-signature': hmac(payload, key),
  'x-github-event': 'push',
  'x-hub-signature': `sha1=${createHmac('sha1', key).update(payload).digest('hex')}`,
  'x-hub-signature-256': `sha256=${hmac(payload, key)}`,
});
const forgejoForm = (payload: string) => ({
  ...giteaForm(payload),
  'x-forgejo-event': 'push',
  'x-forgejo-signature': hmac(payload),
});

test('a push in a form pulls, whether the host signed the form as it stands or the JSON in it', async () => {
  const form = goForm(told());
  expect((await post({ ...github(form), ...asForm }, form)).status).toBe(202);
  expect(
    (await post({ ...github(form), 'content-type': 'Application/X-WWW-Form-Urlencoded; charset=utf-8' }, form)).status,
  ).toBe(202);
  expect((await post(giteaForm(told()), form)).status).toBe(202);
  expect((await post(forgejoForm(told()), form)).status).toBe(202);
  expect(pulls).toBe(4);
});

test('a form names its branch, and one that is signed otherwise is 401', async () => {
  const other = goForm(told('drafts'));
  for (const headers of [{ ...github(other), ...asForm }, giteaForm(told('drafts')), forgejoForm(told('drafts'))]) {
    const { status, body } = await post(headers, other);
    expect([status, JSON.parse(body.toString())]).toMatchObject([202, { publish: 'ignored' }]);
  }
  const form = goForm(told());
  for (const [headers, body] of [
    [giteaForm(told(), 'another secret'), form],
    [giteaForm(told('drafts')), form],
    [giteaForm(told()), `${form}%20`],
    [giteaForm(told()), form.replace('payload', 'other')],
    [giteaForm(told()), `payload=x&${form}`],
    [{ ...giteaForm(told()), ...json }, form],
    [{ ...github(form.toLowerCase()), ...asForm }, form],
  ] as const) {
    expect((await post(headers, body)).status, body.slice(0, 40)).toBe(401);
  }
  expect(pulls).toBe(0);
});

test('a form of many megabytes is proved as it goes by, wherever its parts end', async () => {
  const long = told('drafts', 'é & ũ '.repeat(900_000));
  const { status, body } = await post(giteaForm(long), goForm(long));
  expect([status, JSON.parse(body.toString()), pulls]).toMatchObject([202, { publish: 'accepted' }, 1]);
  const seal = sealOf(giteaForm(told()), secret);
  for (const byte of Buffer.from(`first=1&${goForm(told())}&payload=more`)) seal.take(Buffer.of(byte));
  expect(seal.isRight()).toBe(true);
});

test('a body of many megabytes is proved without being kept, and pulls', async () => {
  const long = JSON.stringify({ commits: 'x'.repeat(9_000_000), ref: 'refs/heads/drafts' });
  expect((await post(github(long), long)).status).toBe(202);
  expect(pulls).toBe(1);
});

test('a body beyond the limit is 413, announced or not', async () => {
  const large = 'x'.repeat(25_000_001);
  const announced = await door.get('/api/publish', { ...github('x'), 'content-length': '25000001' }, 'POST');
  expect([announced.status, announced.headers.connection]).toEqual([413, 'close']);
  const unannounced = await post({ ...github('x'), 'transfer-encoding': 'chunked' }, large);
  expect([unannounced.status, pulls]).toEqual([413, 0]);
});

test('what is no JSON is 400, another kind of body 415, another method 405', async () => {
  expect((await post(github('{'), '{')).status).toBe(400);
  expect((await post({ ...github('x'), 'content-type': 'text/plain' }, 'x')).status).toBe(415);
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await door.get('/api/publish', {}, method);
    expect([method, status, headers.allow]).toEqual([method, 405, 'POST']);
  }
  expect(pulls).toBe(0);
});

test('a network that signs wrongly again and again is told to wait; a right signature is heard all the same', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 25; n += 1) statuses.push((await post(github(push, 'push', 'wrong'))).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  const large = 'x'.repeat(100_000);
  expect((await post(github(large), large)).status).toBe(429);
  expect(pulls).toBe(0);
  expect((await post(github(push))).status).toBe(202);
  expect(pulls).toBe(1);
});

test('a flood of right ones is answered one by one, and what is said is said in the log without body, secret or address', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(github(push))));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(202));
  const body = JSON.stringify({ ref: 'refs/heads/main', pusher: { email: 'ada@example.org' } });
  await post(github(body, 'push', 'wrong'), body);
  const said = lines.join('');
  expect(said).toContain('a webhook was refused');
  for (const word of ['ada@example.org', secret, hmac(body), '127.0.0.1']) expect(said).not.toContain(word);
});

test('a site that pulls from nowhere has no such address', async () => {
  const other = await openDoor();
  for (const method of ['GET', 'POST']) {
    const { status, headers } = await other.get(
      '/api/publish',
      github(push),
      method,
      method === 'POST' ? push : undefined,
    );
    expect([status, headers['set-cookie']]).toEqual([404, undefined]);
  }
  expect(other.takeAsked()).toEqual([]);
  other.close();
});

test('whoever goes away in the middle of a body takes nothing down', async () => {
  await door.raw(
    `POST /api/publish HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nX-Gitlab-Token: ${secret}\r\n\r\n{"ref`,
  );
  expect((await post(github(push))).status).toBe(202);
  expect(pulls).toBe(1);
});
