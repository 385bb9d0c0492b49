/** The sample publication in `content/`, at today's date: no link leads nowhere, and no picture or file is missing. */
import { expect, test } from '@playwright/test';
import { addressesIn, crawl, isRead, publicStarts } from './crawler.ts';
import { type SecondSite, startSecondSite } from './secondSite.ts';
import { breachesIn, checkSiteAt } from './siteCheck.ts';

// One start for all.
test.describe.configure({ mode: 'default', timeout: 240_000 });

let site: SecondSite;
test.beforeAll(async () => {
  site = await startSecondSite({ contentDir: 'content' });
});
test.afterAll(() => site.end());

/** The one size of each picture that is shown where a browser knows nothing newer: making all sizes takes minutes. */
const shownPictures = (html: string): readonly string[] =>
  [...html.matchAll(/<img\b[^>]*?\ssrc="(\/pictures\/[^"]+)"/g)].map(([, source]) => source ?? '');

test('every link, picture and file of the sample paper answers', async () => {
  const answers = await crawl({ base: site.base, starts: publicStarts, visit: isRead });
  const pages = answers.filter(({ type, status }) => status === 200 && type.startsWith('text/html'));
  expect(pages.filter(({ path }) => /^\/\d{4}\/\d\d\/\d\d\/./.test(path)).length).toBeGreaterThanOrEqual(30);
  const lost = answers
    .filter(({ status }) => status !== 200)
    .map(({ path, status, from }) => `${status} ${path} (on ${from})`);
  expect(lost).toEqual([]);

  const targets = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\shref="(?:([^"#]*))#([^"]+)"/g)].map(([, at = '', fragment = '']) => ({
      from: path,
      to: at === '' ? path : (addressesIn(site.base, path, ` href="${at}"`)[0] ?? ''),
      fragment: decodeURIComponent(fragment),
    })),
  );
  const withoutTarget = targets
    .filter(({ to, fragment }) => {
      const page = pages.find(({ path }) => path === to);
      return page !== undefined && !page.text.includes(` id="${fragment}"`);
    })
    .map(({ from, to, fragment }) => `${to}#${fragment} (on ${from})`);
  expect(withoutTarget).toEqual([]);

  const pictures = [...new Set(pages.flatMap(({ text }) => shownPictures(text)))];
  expect(pictures.length).toBeGreaterThan(50);
  const missing: string[] = [];
  while (pictures.length > 0) {
    await Promise.all(
      pictures.splice(0, 4).map(async (path) => {
        const response = await fetch(site.base + path);
        const bytes = await response.arrayBuffer();
        if (!response.ok || bytes.byteLength < 100) missing.push(`${response.status} ${path}`);
      }),
    );
  }
  expect(missing).toEqual([]);
});

test('the sample paper breaks none of the rules that check:site knows, answers all clauses of T4, and the command says so to a program', async () => {
  const report = await checkSiteAt(site.base);
  expect(breachesIn(report)).toEqual([]);
  expect(report.clauses.map(({ number, state }) => `${number} ${state}`)).toEqual(
    Array.from({ length: 18 }, (_, nth) => `${nth + 1} answered`),
  );
  expect(report.code).toBe(0);
  expect(report.rules.length).toBeGreaterThan(45);
  expect(report.said).toMatch(/of \d+ known addresses visited/);
});
