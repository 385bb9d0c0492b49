/** Signing up, confirming and leaving by plain forms, and what a form gets that cannot be used. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';

const outbox = '.build/e2e/outbox';
const signUp = '/api/newsletter/sign-up';

/** A form is taken from people only, who need more than two seconds to fill it in. */
const asPeopleDo = 2500;

/** Undoes quoted-printable (RFC 2045, 6.7), in which letters are written. */
const decoded = (letter: string): string =>
  Buffer.from(
    letter
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString();

/** Letters to an address. */
const lettersTo = (address: string): readonly string[] => {
  try {
    return readdirSync(outbox)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(`${outbox}/${name}`, 'latin1'))
      .filter((letter) => new RegExp(`^To: .*${address}`, 'm').test(letter))
      .map(decoded);
  } catch {
    return [];
  }
};

const linkIn = (letter: string, step: string): string =>
  new RegExp(`https?://[^/\\s"]+(/[^\\s"<>]*${step}\\?token=[\\w.~-]+)`).exec(letter)?.[1] ?? `no link to ${step}`;

const withoutScripts = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return context.newPage();
};

/** Fills in and sends the form of the newsletter's page. */
const send = async (page: Page, address: string) => {
  await page.goto('/newsletter');
  await page.getByLabel('Your e-mail address').fill(address);
  await page.waitForTimeout(asPeopleDo);
  const answer = page.waitForResponse((response) => response.url().endsWith(signUp));
  await page.getByRole('button', { name: 'Sign up' }).click();
  return answer;
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('R8 a reader signs up, confirms by a button and leaves by a button, without JavaScript', async ({ browser }) => {
  const page = await withoutScripts(browser);
  const address = 'reader.one@example.org';
  await send(page, address);
  await expect(page).toHaveURL(/\/newsletter\/check-your-mail/);
  await expect(heading(page)).toHaveText('Check your mail');
  await expect(page.getByRole('main')).toContainText(address);
  expect(decodeURIComponent(page.url())).not.toContain(address);

  await expect.poll(() => lettersTo(address).length, { timeout: 15_000 }).toBe(1);
  const letter = lettersTo(address)[0] ?? '';
  const confirm = linkIn(letter, 'confirm');

  // Programs that read mail open links: nothing may come of that.
  for (let visit = 0; visit < 2; visit += 1) {
    const opened = await page.goto(confirm);
    expect(opened?.status()).toBe(200);
    expect(opened?.headers()['cache-control']).toBe('no-store');
    await expect(page.getByRole('button', { name: 'Confirm' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('The Six O’Clock');
  }
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/newsletter\/confirmed/);
  await expect(page.getByRole('main')).not.toContainText('did not work');

  await page.goto(confirm);
  await expect(heading(page)).toHaveText('You have confirmed this before');

  const leave = linkIn(letter, 'unsubscribe');
  await page.goto(leave.replace('/api/', '/'));
  await expect(heading(page)).toContainText('Stop');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page).toHaveURL(/\/newsletter\/stopped/);
  await page.goto(confirm);
  await expect(page.getByRole('button', { name: 'Confirm' })).toHaveCount(0);
  await page.context().close();
});

test('the form under an article takes a reader too', async ({ browser }) => {
  const page = await withoutScripts(browser);
  const address = 'reader.two@example.org';
  await page.goto('/2026/09/01/kind-news');
  const card = page.getByRole('main').locator(`form[action="${signUp}"]`);
  await card.getByLabel('Your e-mail address').fill(address);
  await page.waitForTimeout(asPeopleDo);
  await card.getByRole('button', { name: 'Sign up' }).click();
  await expect(heading(page)).toHaveText('Check your mail');
  await expect.poll(() => lettersTo(address).length, { timeout: 15_000 }).toBe(1);
  await page.context().close();
});

test('an address that is none comes back with the form filled in, and without a letter', async ({ browser }) => {
  const page = await withoutScripts(browser);
  const answer = await send(page, 'reader@nowhere');
  expect(answer.status()).toBe(400);
  await expect(page.getByRole('alert')).toContainText('not an e-mail address');
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('reader@nowhere');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.context().close();
});

/** Sends the form as soon as it is there; gives its answer and how long all of it took, in milliseconds. */
const sendAtOnce = async (page: Page, address: string) => {
  const start = Date.now();
  await page.goto('/newsletter', { waitUntil: 'domcontentloaded' });
  const answer = page.waitForResponse((response) => response.url().endsWith(signUp));
  await page.getByLabel('Your e-mail address').evaluate((field, text) => {
    // Only an input has this label.
    const input = field as HTMLInputElement;
    input.value = text;
    input.form?.requestSubmit();
  }, address);
  return { status: (await answer).status(), took: Date.now() - start };
};

test('a form that was filled in faster than anybody types comes back, and works when sent again', async ({
  browser,
}) => {
  const page = await withoutScripts(browser);
  let address = '';
  let sent = { status: 0, took: Infinity };
  // On a busy machine even a program may be as slow as people are.
  for (let attempt = 1; attempt <= 5 && sent.status !== 400 && sent.took > 1900; attempt += 1) {
    address = `quick.${attempt}@example.org`;
    sent = await sendAtOnce(page, address);
  }
  expect(sent.status).toBe(400);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Your e-mail address')).toHaveValue(address);
  expect(lettersTo(address)).toEqual([]);
  await page.waitForTimeout(asPeopleDo);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(heading(page)).toHaveText('Check your mail');
  await page.context().close();
});

test('a program that fills in the field nobody sees hears what it wants to hear and gets no letter', async ({
  browser,
}) => {
  const page = await withoutScripts(browser);
  const address = 'robot@example.org';
  await page.goto('/newsletter');
  const stamp = await page.locator('input[name=stamp]').getAttribute('value');
  await expect(page.locator('input[name=website]')).not.toBeInViewport();
  await page.waitForTimeout(asPeopleDo);
  const answer = await page.request.post(signUp, {
    form: { email: address, newsletter: 'six-oclock', website: 'https://example.com', stamp: stamp ?? '' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toMatch(/^\/newsletter\/check-your-mail/);
  await page.waitForTimeout(1500);
  expect(lettersTo(address)).toEqual([]);
  await page.context().close();
});

test('whatever cannot be a form of ours is refused with its own status and a plain page', async ({ request }) => {
  const refusals = [
    [413, { data: `email=${'a'.repeat(1_000_000)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [415, { data: '{"email":"a@example.org"}', headers: { 'content-type': 'application/json' } }],
    [415, { data: 'email=a@example.org', headers: { 'content-type': 'text/plain' } }],
    [400, { data: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [400, { form: { email: 'a@example.org' } }],
    [400, { form: { email: 'a@example.org\r\nBcc: b@example.org', newsletter: 'six-oclock', stamp: 'x' } }],
    [400, { data: 'email=%ff%fe', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ] as const;
  for (const [status, sent] of refusals) {
    const answer = await request.post(signUp, { ...sent, maxRedirects: 0 });
    const text = await answer.text();
    expect(answer.status(), JSON.stringify(sent).slice(0, 80)).toBe(status);
    expect(answer.headers()['content-type']).toMatch(/^text\/html/);
    expect(text).toMatch(/<h1/);
    expect(text).not.toMatch(/\n\s+at |node_modules|Error:/);
  }
});

test('a form that another site sends is refused', async ({ request }) => {
  const answer = await request.post(signUp, {
    form: { email: 'a@example.org', newsletter: 'six-oclock', stamp: 'x' },
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test('a forged link confirms nothing and stops nothing', async ({ request }) => {
  for (const step of ['confirm', 'unsubscribe', 'preferences']) {
    const answer = await request.post(`/api/newsletter/${step}`, { form: { token: 'forged' }, maxRedirects: 0 });
    expect(answer.status(), step).toBe(400);
    expect(await answer.text(), step).toContain('This link is not complete');
  }
});

test('forms are for posting: asking for one is refused or leads to the page with the button', async ({ request }) => {
  for (const step of ['sign-up', 'confirm', 'preferences']) {
    expect((await request.get(`/api/newsletter/${step}`)).status(), step).toBe(405);
  }
  const one = await request.get('/api/newsletter/unsubscribe?token=x', { maxRedirects: 0 });
  expect([one.status(), one.headers().location]).toEqual([303, '/newsletter/unsubscribe?token=x']);
});
