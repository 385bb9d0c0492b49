import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audienceForTests, type TestAudience } from '#audience/audienceForTests';
import { postman } from '#audience/postman';
import { readerBy } from '#audience/readers';
import { site } from '#site';

const minute = 60_000;
const hour = 60 * minute;

// PostgreSQL is tested where the environment names a server: TEST_DATABASE_URL=postgres://user@localhost/postgres
const server = process.env.TEST_DATABASE_URL;
const places = [['SQLite', undefined] as const, ...(server ? [['PostgreSQL', server] as const] : [])];

describe.each(places)('on %s', (_, url) => {
  let stage: TestAudience;
  beforeEach(async () => {
    stage = await audienceForTests(url);
  });
  afterEach(() => stage.close());

  const rowsOf = async (table: 'sign_up' | 'reader' | 'choice' | 'allowance') =>
    (await stage.db()).selectFrom(table).selectAll().execute();
  const reader = async (mailbox = 'reader@example.org') => readerBy(await stage.db(), 'mailbox', mailbox);
  /** Signs up and presses the button. */
  const joined = async (newsletters: readonly string[] = ['six-oclock'], email = 'reader@example.org') => {
    await stage.signUp({ newsletters, email });
    return stage.audience.confirm(stage.tokenIn('confirm'), stage.now());
  };

  test('a sign-up brings one letter, and nobody is on a list before the button is pressed', async () => {
    expect(await stage.signUp()).toEqual({ is: 'accepted', address: 'reader@example.org' });
    expect(stage.letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['reader@example.org', 'One tap left for The Six O’Clock'],
    ]);
    expect(await rowsOf('reader')).toEqual([]);
    await stage.audience.sendDue();
    expect(stage.letters).toHaveLength(1);
  });

  test('what was agreed to is kept with its words, its version and its moments', async () => {
    await stage.signUp();
    const asked = stage.now();
    stage.later(hour);
    await stage.audience.confirm(stage.tokenIn('confirm'), stage.now());
    expect(await rowsOf('sign_up')).toEqual([
      expect.objectContaining({
        consent_version: site.consent.version,
        consent_words: site.consent.text,
        newsletters: 'six-oclock',
        asked_at: asked,
        confirmed_at: asked + hour,
      }),
    ]);
    expect(await reader()).toMatchObject({ address: 'reader@example.org', newsletters: ['six-oclock'] });
  });

  test('opening a link changes nothing, however often', async () => {
    await stage.signUp();
    const token = stage.tokenIn('confirm');
    for (const _time of [1, 2]) {
      const waiting = await stage.audience.waiting(token, stage.now());
      expect(waiting).toEqual({ ok: true, value: { newsletters: ['six-oclock'], done: false } });
    }
    stage.audience.stopping(stage.tokenIn('unsubscribe'), stage.now());
    expect([await rowsOf('reader'), (await rowsOf('sign_up')).length]).toEqual([[], 1]);
  });

  test('the button pressed twice, or by two at once, makes one reader', async () => {
    await stage.signUp();
    const token = stage.tokenIn('confirm');
    const [one, two] = await Promise.all([1, 2].map(() => stage.audience.confirm(token, stage.now())));
    expect([one?.ok, two?.ok]).toEqual([true, true]);
    expect([(await rowsOf('reader')).length, (await rowsOf('choice')).length]).toEqual([1, 1]);
    expect(await stage.audience.waiting(token, stage.now())).toMatchObject({ value: { done: true } });
  });

  test('a link to confirm works for 48 hours and not a second longer', async () => {
    await stage.signUp();
    const token = stage.tokenIn('confirm');
    stage.later(48 * hour - 1);
    expect(await stage.audience.waiting(token, stage.now())).toMatchObject({ ok: true });
    stage.later(1);
    expect(await stage.audience.confirm(token, stage.now())).toEqual({ ok: false, fault: 'expired' });
    expect(await rowsOf('reader')).toEqual([]);
  });

  test('an address that nobody confirmed is deleted when its time is over', async () => {
    await stage.signUp();
    stage.later(49 * hour);
    await stage.audience.sendDue();
    expect([await rowsOf('sign_up'), await rowsOf('allowance')]).toEqual([[], []]);
    expect(stage.letters).toHaveLength(1);
  });

  test('a token for one purpose is of no use for another, nor is one that was changed', async () => {
    await joined();
    const [confirm, unsubscribe] = [stage.tokenIn('confirm'), stage.tokenIn('unsubscribe')];
    const forged = { ok: false, fault: 'forged' };
    expect(await stage.audience.confirm(unsubscribe, stage.now())).toEqual(forged);
    expect(await stage.audience.stop(confirm, stage.now())).toEqual(forged);
    expect(await stage.audience.choose(unsubscribe, [], stage.now())).toEqual(forged);
    expect(await stage.audience.choice(stage.audience.stamp(), stage.now())).toEqual(forged);
    for (const changed of ['', 'x', `${confirm}x`, confirm.slice(1), confirm.replace('.', '.1'), 'a'.repeat(100_000)]) {
      expect(await stage.audience.confirm(changed, stage.now())).toEqual(forged);
    }
    expect(await reader()).toBeDefined();
  });

  test('a known and an unknown address get the same answer and leave the same rows', async () => {
    await joined();
    const known = await stage.signUp();
    const unknown = await stage.signUp({ email: 'nobody@example.org' });
    expect(known).toEqual({ is: 'accepted', address: 'reader@example.org' });
    expect(unknown).toEqual({ is: 'accepted', address: 'nobody@example.org' });
    const [first, second] = (await rowsOf('sign_up')).filter(({ confirmed_at }) => confirmed_at === null);
    const own = { id: '', address: '', mailbox: '', asked_at: 0, expires_at: 0 };
    expect({ ...first, ...own }).toEqual({ ...second, ...own });
  });

  test('who receives it already is told so in the letter alone, with the way to their choice', async () => {
    await joined();
    await stage.signUp({ email: 'Reader@EXAMPLE.org' });
    expect(stage.letters.at(-1)?.subject).toBe('You receive The Six O’Clock already');
    const choice = await stage.audience.choice(stage.tokenIn('preferences'), stage.now());
    expect(choice).toEqual({ ok: true, value: { newsletters: ['six-oclock'], address: 'reader@example.org' } });
  });

  test('nobody changes what somebody else receives: more newsletters need the button, too', async () => {
    await joined();
    await stage.signUp({ newsletters: ['long-read'] });
    expect((await reader())?.newsletters).toEqual(['six-oclock']);
    await stage.audience.confirm(stage.tokenIn('confirm'), stage.now());
    expect((await reader())?.newsletters.toSorted()).toEqual(['long-read', 'six-oclock']);
  });

  test('a choice that is saved replaces the one before, and what it rests on is kept', async () => {
    const confirmed = await joined();
    const token = confirmed.ok ? confirmed.value : '';
    expect(await stage.audience.choose(token, ['long-read', 'no-such-letter'], stage.now())).toMatchObject({
      value: 'saved',
    });
    expect((await reader())?.newsletters).toEqual(['long-read']);
    const given = (await rowsOf('sign_up')).map(({ newsletters, consent_version }) => [newsletters, consent_version]);
    expect(given).toContainEqual(['long-read', site.consent.version]);
    stage.later(hour);
    expect(await stage.audience.choice(token, stage.now())).toEqual({ ok: false, fault: 'expired' });
  });

  test.each([
    ['stopping everything', 'stop'],
    ['a choice of nothing', 'choose'],
  ] as const)('%s leaves nothing of the address, and no old link brings it back', async (_name, way) => {
    const confirmed = await joined(['six-oclock', 'long-read']);
    const [confirm, stop] = [stage.tokenIn('confirm'), stage.tokenIn('unsubscribe')];
    const token = confirmed.ok ? confirmed.value : '';
    if (way === 'stop') await stage.audience.stop(stop, stage.now());
    else await stage.audience.choose(token, [], stage.now());
    const left = [await rowsOf('reader'), await rowsOf('choice'), await rowsOf('sign_up')];
    expect(left).toEqual([[], [], []]);
    expect(JSON.stringify(await rowsOf('allowance'))).not.toContain('example.org');
    expect(await stage.audience.confirm(confirm, stage.now())).toEqual({ ok: false, fault: 'unknown' });
    expect(await stage.audience.choose(token, ['six-oclock'], stage.now())).toEqual({ ok: false, fault: 'unknown' });
    expect(await stage.audience.stop(stop, stage.now())).toEqual({ ok: true, value: 'stopped' });
    expect(await rowsOf('reader')).toEqual([]);
  });

  test('the link in a letter that was never confirmed deletes the address at once', async () => {
    await stage.signUp();
    await stage.audience.stop(stage.tokenIn('unsubscribe'), stage.now());
    expect(await rowsOf('sign_up')).toEqual([]);
  });

  test('a letter’s own link stops that letter; with the last one the address goes', async () => {
    await joined(['six-oclock', 'long-read']);
    const id = (await reader())?.id ?? '';
    const tokenFor = (newsletter: string): string =>
      new URL(stage.audience.linksAt(stage.now()).stop(id, newsletter)).searchParams.get('token') ?? '';
    expect(stage.audience.stopping(tokenFor('long-read'), stage.now())).toMatchObject({
      value: { newsletter: 'long-read' },
    });
    await stage.audience.stop(tokenFor('long-read'), stage.now());
    expect((await reader())?.newsletters).toEqual(['six-oclock']);
    await stage.audience.stop(tokenFor('six-oclock'), stage.now());
    expect([await reader(), await rowsOf('sign_up')]).toEqual([undefined, []]);
  });

  test('twenty sign-ups for one address at once: three letters, and the rest are told to wait', async () => {
    const stamp = stage.audience.stamp();
    stage.later(5000);
    const form = { email: 'reader@example.org', newsletters: ['six-oclock'], website: '', stamp };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_name, n) => stage.audience.signUp({ ...form, from: `192.0.2.${n}` }, stage.now())),
    );
    expect(answers.filter(({ is }) => is === 'accepted')).toHaveLength(3);
    expect(answers).toContainEqual({ is: 'refused', fault: 'often' });
    await stage.audience.sendDue();
    expect(stage.letters).toHaveLength(3);
    stage.later(hour);
    expect(await stage.signUp({ email: 'READER@example.org' })).toMatchObject({ is: 'accepted' });
  });

  test('two processes that share the database send each letter once', async () => {
    const other = stage.another();
    const stamp = stage.audience.stamp();
    stage.later(5000);
    for (let n = 0; n < 12; n += 1) {
      const sent = { email: `r${n}@example.org`, newsletters: ['six-oclock'], website: '', stamp, from: '192.0.2.1' };
      await (n % 2 ? other : stage.audience).signUp(sent, stage.now());
    }
    await Promise.all([stage.audience.sendDue(), other.sendDue()]);
    await other.close();
    expect(stage.letters.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: 12 }, (_name, n) => `r${n}@example.org`).toSorted(),
    );
  });

  test('a mail server that is away holds nobody up; the letter goes when it is back, tried less and less often', async () => {
    stage.postOffice('closed');
    expect(await stage.signUp()).toMatchObject({ is: 'accepted' });
    await stage.audience.sendDue();
    expect(stage.lines.join('\n')).toContain('a letter could not be sent (ECONNREFUSED); next try in 1 min');
    stage.later(minute);
    await stage.audience.sendDue();
    stage.postOffice('open');
    stage.later(minute);
    await stage.audience.sendDue();
    expect(stage.letters).toHaveLength(0);
    stage.later(minute);
    await stage.audience.sendDue();
    expect(stage.letters).toHaveLength(1);
  });

  test('a process that dies with a letter in its hands loses nothing', async () => {
    const stamp = stage.audience.stamp();
    stage.later(5000);
    stage.postOffice('closed');
    const sent = { email: 'reader@example.org', newsletters: ['six-oclock'], website: '', stamp, from: '192.0.2.7' };
    await stage.audience.signUp(sent, stage.now());
    await stage.audience.close();
    stage.postOffice('open');
    stage.later(2 * minute);
    const next = stage.another();
    await next.sendDue();
    await next.close();
    expect(stage.letters).toHaveLength(1);
  });

  test('a mailbox that is refused for good is not tried again', async () => {
    stage.postOffice('refuses');
    await stage.signUp();
    stage.postOffice('open');
    stage.later(3 * hour);
    await stage.audience.sendDue();
    expect(stage.letters).toEqual([]);
  });

  test('neither addresses nor tokens stand in the log', async () => {
    await joined();
    stage.postOffice('closed');
    await stage.signUp({ email: 'other@example.org' });
    const log = stage.lines.join('\n');
    expect(log).not.toMatch(/example\.org|token/);
    expect(log).not.toContain(stage.tokenIn('confirm'));
  });

  test('a form that a program filled in is thanked for and forgotten', async () => {
    expect(await stage.signUp({ website: 'https://spam.example' })).toMatchObject({ is: 'accepted' });
    expect([await rowsOf('sign_up'), stage.letters]).toEqual([[], []]);
  });

  test('a form filled in faster than anybody types, or a day old, or with no stamp of ours is shown again', async () => {
    const form = { email: 'reader@example.org', newsletters: ['six-oclock'], website: '', from: '192.0.2.7' };
    const stamp = stage.audience.stamp();
    const answerAfter = async (wait: number, sent = stamp) => {
      stage.later(wait);
      return stage.audience.signUp({ ...form, stamp: sent }, stage.now());
    };
    expect(await answerAfter(0)).toEqual({ is: 'refused', fault: 'early' });
    expect(await answerAfter(2000)).toEqual({ is: 'refused', fault: 'early' });
    expect(await answerAfter(1)).toMatchObject({ is: 'accepted' });
    expect(await answerAfter(24 * hour)).toEqual({ is: 'refused', fault: 'late' });
    for (const forged of ['', `${stage.audience.stamp()}x`, stage.tokenIn('confirm')]) {
      expect(await answerAfter(5000, forged)).toEqual({ is: 'refused', fault: 'late' });
    }
  });

  test.each([
    ['no newsletter', { newsletters: [] }, 'newsletters'],
    ['newsletters that there are not', { newsletters: ['__proto__', 'x'] }, 'newsletters'],
    ['no address', { email: '' }, 'address'],
    ['a second header in the address', { email: 'a@example.org\r\nBcc: b@example.org' }, 'address'],
  ])('%s: the form is shown again and nothing is kept', async (_name, form, fault) => {
    expect(await stage.signUp(form)).toEqual({ is: 'refused', fault });
    expect(await rowsOf('sign_up')).toEqual([]);
  });

  test('one network may send twenty forms in ten minutes, others meanwhile as they like', async () => {
    for (let n = 0; n < 20; n += 1) await stage.signUp({ email: '' });
    expect(await stage.signUp()).toEqual({ is: 'refused', fault: 'network' });
    expect(await stage.signUp({ from: '192.0.2.8' })).toMatchObject({ is: 'accepted' });
    stage.later(10 * minute);
    expect(await stage.signUp()).toMatchObject({ is: 'accepted' });
  });

  test('words of SQL in an address stay words', async () => {
    const email = "o'brien;drop--table@example.org";
    expect(await stage.signUp({ email: "o'brien@example.org" })).toMatchObject({ is: 'accepted' });
    expect(await stage.signUp({ email })).toEqual({ is: 'refused', fault: 'address' });
    expect(await rowsOf('sign_up')).toHaveLength(1);
  });
});

test('a database that is away is told once, not every round', async () => {
  const lines: string[] = [];
  const post = postman({
    ready: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
    write: () => Promise.reject(new Error('nothing to write')),
    deliver: () => Promise.reject(new Error('nothing to deliver')),
    now: () => 0,
    log: (what) => lines.push(what),
    countsFor: hour,
  });
  await post.round();
  await post.round();
  post.close();
  expect(lines).toEqual(['the audience database cannot be used (ECONNREFUSED); letters wait']);
});
