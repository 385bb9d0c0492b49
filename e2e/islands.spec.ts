/** What the one small script adds: each page is whole without it, and nothing of it is in anybody's way. */
import { expect, type Page, test } from '@playwright/test';
import { witness } from './witness.ts';

const article = '/2026/10/15/the-lead-of-the-day';
const everything = '/2026/10/09/every-body-component';
const running = '/2026/10/15/live-running';

const islandsOf = (html: string): string => /src="(\/islands\/[a-f0-9]{16}\.js)"/.exec(html)?.[1] ?? 'none';

test('all browser code is one module of at most 6 kB, kept for ever and named by its bytes', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const address = islandsOf(html);
  for (const path of [article, running, '/newsletter', '/wp-login.php', '/2026/10/05/withdrawn-with-a-reason']) {
    expect(islandsOf(await (await request.get(path)).text()), path).toBe(address);
  }
  const sent = await request.get(address, { headers: { 'Accept-Encoding': 'br' } });
  expect(sent.headers()).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(Number(sent.headers()['content-length'])).toBeLessThanOrEqual(6000);
  expect(html).toMatch(/<script type="module" async="" blocking="render" [^>]*integrity="sha384-/);
  expect((await request.get('/islands/0123456789abcdef.js')).status()).toBe(404);
});

test('without a script no control stands there that would do nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(everything);
  for (const name of ['Copy link', 'Show it here']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(page.getByRole('group', { name: 'Colours' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Share' }).getByRole('listitem')).toHaveCount(5);
  await expect(page.getByRole('link', { name: /Open at/ }).first()).toBeVisible();
  await context.close();
});

/** Colour of the paper as it was when the page was painted for the first time. */
const firstColour = (page: Page): Promise<string> =>
  page.evaluate(() => String(Reflect.get(window, 'firstColour') ?? 'not painted'));

test('colours that a reader chose are there from the first paint on, on every page, until they choose again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new PerformanceObserver(() => {
      if (!Reflect.get(window, 'firstColour'))
        Reflect.set(window, 'firstColour', getComputedStyle(document.body).backgroundColor);
    }).observe({ type: 'paint', buffered: true });
  });
  await page.goto('/');
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const colours = page.getByRole('group', { name: 'Colours' });
  await expect(colours.getByRole('radio', { name: 'Auto' })).toBeChecked();
  await colours.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(dark).not.toBe(light);
  await page.goto(article);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect.poll(() => firstColour(page)).toBe(dark);
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', dark);
  // By keyboard: one stop for each row, arrows within it.
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('text in its largest size is larger, remembered, and fits a small telephone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(article);
  const height = () =>
    page
      .locator('.prose p')
      .first()
      .evaluate((line) => getComputedStyle(line).fontSize);
  const normal = Number.parseFloat(await height());
  await page.getByRole('group', { name: 'Text' }).getByRole('radio', { name: 'Largest' }).check();
  expect(Number.parseFloat(await height())).toBeGreaterThan(normal * 1.3);
  for (const path of [article, '/', running, everything, '/newsletter']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test('the address of an article can be copied, and the button says so', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(article);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL ?? ''}${article}`);
});

test('a telephone’s own share sheet gets headline and address', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (what: unknown) => {
        Reflect.set(window, 'shared', what);
        return Promise.reject(new DOMException('closed', 'AbortError'));
      },
    });
  });
  const said = witness(page);
  await page.goto(article);
  await page.getByRole('button', { name: 'Share with' }).click();
  expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual({
    title: 'The new quay opens to ships',
    url: `${baseURL ?? ''}${article}`,
  });
  expect(said).toEqual([]);
});

test('a film and an embed of another site are asked for on the tap and not before', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  // Nothing leaves the machine: what another site would send is a page with one word.
  await page.route(
    (url) => url.origin !== baseURL,
    (route) => {
      foreign.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<title>player</title>player' });
    },
  );
  const said = witness(page);
  await page.goto(everything, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  await page.getByRole('button', { name: 'Show it here' }).first().click();
  await expect.poll(() => foreign).toEqual([expect.stringMatching(/^https:\/\/www\.openstreetmap\.org\//)]);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await page
    .getByRole('link', { name: /Play at/ })
    .first()
    .press('Enter');
  await expect.poll(() => foreign[1]).toMatch(/^https:\/\/(?:www\.youtube-nocookie|player\.vimeo)\.com\//);
  await expect(page).toHaveURL(new RegExp(`${everything}$`));
  await expect(page.locator('paper-player iframe')).toHaveCount(2);
  await expect(page.locator('paper-player iframe').first()).toBeFocused();
  expect(await height()).toBe(before);
  for (const frame of await page.locator('paper-player iframe').all()) {
    await expect(frame).toHaveAttribute('title', /.{5}/);
  }
  // The way to the other site is still there.
  await expect(page.getByRole('link', { name: /Open at/ }).first()).toBeVisible();
  expect(said).toEqual([]);
});

test('the first click after a film was started with the mouse is not lost', async ({ page, baseURL }) => {
  await page.route(
    (url) => url.origin !== baseURL,
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>player</title>player' }),
  );
  await page.goto(everything);
  await page
    .getByRole('link', { name: /Play at/ })
    .first()
    .click();
  await expect(page.locator('paper-player iframe').first()).toBeFocused();
  await page.evaluate(() => {
    document.addEventListener('click', () => document.documentElement.setAttribute('data-clicked', ''));
  });
  const headline = page.getByRole('heading', { level: 1 });
  await headline.scrollIntoViewIfNeeded();
  // A click within the frame in which the page scrolls meets what lay there before: no reader is so fast.
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  await headline.click();
  await expect(page.locator('html')).toHaveAttribute('data-clicked', '');
});

test('Escape leads back from the menu to where the reader was', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(article);
  const menu = page.getByRole('link', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#sections$/);
  await expect(page.getByRole('contentinfo')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/#/);
  await expect(menu).toBeFocused();
  await expect(menu).toBeInViewport();
});

test('a time of today says how long ago it was, goes on saying it, and turns back into a date', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-10-15T08:22:00+03:00') });
  await page.goto(running);
  const entry = page.locator('[id="0810-a-correction"] .entry-time');
  await expect(entry).toContainText('08:10');
  await expect(entry.locator('paper-ago time')).toHaveText(/^12 min(?:utes)? ago$/);
  await expect(entry.locator('paper-ago')).toHaveAttribute('title', '15 October 2026, 08:10 EAT');
  await page.clock.runFor('03:00');
  await expect(entry.locator('paper-ago time')).toHaveText(/^15 min(?:utes)? ago$/);
  await page.clock.setFixedTime(new Date('2026-10-16T08:22:00+03:00'));
  await page.clock.runFor('01:00');
  await expect(entry.locator('paper-ago time')).toHaveText('');
  await expect(entry).toContainText('15 October');
});

test('tables of words are read for a page with something young on it, and keep no other page from its first paint', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-10-20T08:22:00+03:00') });
  await page.addInitScript(() => {
    const Words = Intl.RelativeTimeFormat;
    const counted = new Proxy(Words, {
      construct: (target, given: ConstructorParameters<typeof Words>) => {
        const { dataset } = document.documentElement;
        dataset.words = String(Number(dataset.words ?? 0) + 1);
        return new target(...given);
      },
    });
    Object.defineProperty(Intl, 'RelativeTimeFormat', { value: counted });
  });
  await page.goto(article);
  await expect(page.getByRole('group', { name: 'Colours' })).toBeVisible();
  await page.clock.runFor('00:20');
  await expect(page.locator('html')).not.toHaveAttribute('data-words');
  await page.clock.setSystemTime(new Date('2026-10-15T08:22:00+03:00'));
  await page.goto(running);
  await expect(page.locator('html')).toHaveAttribute('data-words', /^[12]$/);
});

/** The page of running coverage as it is later: one entry more, one changed, one taken back, and the coverage may have ended. */
const later = (html: string, { ended = false } = {}): string =>
  html
    .replace(
      /(<paper-live[^>]*>)/,
      `$1<article class="entry" id="0905-new"><p class="entry-time"><time>09:05</time></p><h2 class="headline"><a href="#0905-new">Something new</a></h2><div class="prose"><p>It happened.</p></div></article>`,
    )
    .replaceAll('It took an hour, not two', 'It took an hour and a half')
    .replace(/<article class="entry[^"]*" id="0700-half-way">[\s\S]*?<\/article>/, '')
    .replace('running=""', ended ? '' : 'running=""');

test('new entries of running coverage are offered, and shown when the reader asks for them', async ({ page }) => {
  const said = witness(page);
  let change = (html: string): string => html;
  let asked = 0;
  await page.route(
    (url) => url.pathname === running,
    async (route) => {
      if (route.request().resourceType() === 'xhr') asked += 1;
      const answer = await fetch(route.request().url());
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => !/^content-(?:enc|len)|^etag/.test(name)),
      );
      await route.fulfill({ headers, body: change(await answer.text()) });
    },
  );
  await page.clock.install({ time: new Date('2026-10-15T09:00:00+03:00') });
  await page.goto(running);
  const entries = page.locator('paper-live > article');
  const count = await entries.count();
  const offer = page.getByRole('status').getByRole('button');
  await page.clock.runFor('00:40');
  await expect.poll(() => asked).toBe(1);
  await expect(offer).toHaveCount(0);
  change = later;
  // The page winds its clock only when an answer has arrived, which takes a busy machine its time.
  await expect(async () => {
    await page.clock.runFor('01:00');
    await expect(offer).toHaveText('1 new entry. Show it', { timeout: 1000 });
  }).toPass();
  await expect(entries).toHaveCount(count);
  await page
    .locator('paper-live > article')
    .last()
    .evaluate((entry) => entry.setAttribute('data-mine', ''));
  await offer.click();
  await expect(offer).toHaveCount(0);
  await expect(entries.first()).toContainText('It happened.');
  await expect(entries).toHaveCount(count);
  await expect(page.getByRole('link', { name: 'Something new' })).toBeFocused();
  await expect(page.locator('[id="0700-half-way"]')).toHaveCount(0);
  await expect(page.locator('paper-live')).toContainText('It took an hour and a half');
  change = (html) => later(html, { ended: true });
  const askedUntilNow = asked;
  await expect(async () => {
    await page.clock.runFor('01:00');
    await expect.poll(() => asked, { timeout: 1000 }).toBeGreaterThan(askedUntilNow);
  }).toPass();
  const atTheEnd = asked;
  await page.clock.runFor('20:00');
  expect(asked).toBe(atTheEnd);
  expect(said).toEqual([]);
});

test('a reader who saves data is asked for none, and ended coverage asks for nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'xhr') asked.push(request.url());
  });
  await page.clock.install({ time: new Date('2026-10-15T09:00:00+03:00') });
  await page.goto('/2026/09/13/kind-live');
  await page.clock.runFor('30:00');
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  await page.goto(running);
  await page.clock.runFor('30:00');
  expect(asked).toEqual([]);
});

test('browsers may fetch articles and fronts ahead, by rules that they understand, and nothing else', async ({
  page,
  request,
}) => {
  const named = (await request.get('/')).headers()['speculation-rules'];
  expect(named).toMatch(/^"\/[^"]+"$/);
  const rules = await request.get(named?.slice(1, -1) ?? '');
  expect(rules.headers()['content-type']).toBe('application/speculationrules+json');
  const patterns: unknown[] = [];
  JSON.parse(await rules.text(), (key, value: unknown) => {
    if (key === 'href_matches') patterns.push(value);
    return value;
  });
  expect(patterns.length).toBeGreaterThan(3);
  await page.goto('/');
  const paths = [article, '/', '/2026', '/2026/10', '/2026/10/15', '/category/harbour', '/tag/logs/page/2'];
  const never = [
    '/api/newsletter/confirm',
    '/newsletter',
    '/newsletter/confirm?token=x',
    '/feed.xml',
    '/search?q=a',
  ].concat([
    `${article}.md`,
    `${article}?utm=1`,
    '/category/harbour/feed.xml/x',
    '/files/a/b.pdf',
    '/pictures/a/b.jpg',
  ]);
  const allowed = await page.evaluate(
    ([all, asked]) => {
      const Pattern: unknown = Reflect.get(window, 'URLPattern');
      if (typeof Pattern !== 'function') throw new Error('this browser has no URLPattern');
      return asked.filter((path) =>
        all.some((parts) => {
          const pattern: { test: (url: string) => boolean } = Reflect.construct(Pattern, [
            Object.assign({ baseURL: location.origin }, parts),
          ]);
          return pattern.test(new URL(path, location.origin).href);
        }),
      );
    },
    [patterns, [...paths, ...never]] as const,
  );
  expect(allowed).toEqual(paths);
});

test('headline and photo pass from a teaser to its article and back, each name once, and not for readers who want no movement', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const note = (page: string) => {
      const named = [...document.querySelectorAll<HTMLElement>('[style*="view-transition-name"]')];
      const list = JSON.parse(sessionStorage.getItem('named') ?? '[]');
      list.push([page, ...named.map(({ style }) => style.getPropertyValue('view-transition-name')).sort()]);
      sessionStorage.setItem('named', JSON.stringify(list));
    };
    addEventListener('load', () => addEventListener('pageswap', (event) => event.viewTransition && note('leaves')));
    addEventListener('pagereveal', (event) => event.viewTransition && setTimeout(() => note('comes')));
  });
  const passages = async (): Promise<unknown> => {
    await page.waitForTimeout(300);
    return JSON.parse((await page.evaluate(() => sessionStorage.getItem('named'))) ?? '[]');
  };
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'The new quay opens to ships' }).first().click();
  await expect(page).toHaveURL(new RegExp(article));
  const forth = [
    ['leaves', 'headline', 'photo'],
    ['comes', 'headline', 'photo'],
  ];
  expect(await passages()).toEqual(forth);
  await page.goBack();
  expect(await passages()).toEqual([...forth, ...forth]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await page.evaluate(() => sessionStorage.removeItem('named'));
  await page.getByRole('main').getByRole('link', { name: 'The new quay opens to ships' }).first().click();
  await expect(page).toHaveURL(new RegExp(article));
  expect(await passages()).toEqual([]);
});
