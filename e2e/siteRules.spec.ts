/** The rules of machines, asked of the whole fixture newsroom by the command that asks them of any news site. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startSecondSite } from './secondSite.ts';
import { checkSiteAt, type SiteReport } from './siteCheck.ts';

// One visit for all: it asks for every page, every picture that machines are told of, every feed and sitemap.
test.describe.configure({ mode: 'default', timeout: 240_000 });

/** Nothing of the fixture newsroom begins or ends in the forty minutes after this: a slow visit sees one state of it. */
const moment = '2026-10-15T09:20:00+03:00';

/** As the document of the rules has them, which `npm test` keeps fresh. */
const rules = [
  ...readFileSync('docs/site-rules.md', 'utf8').matchAll(/^## ([A-Z]\d+)\n\n(.*?) \((?:must|should)\)$/gm),
];

let report: SiteReport;
test.beforeAll(async () => {
  const site = await startSecondSite({ contentDir: 'e2e/content', clock: moment });
  try {
    // The site was moved to that moment, and the command sees it without being told.
    report = await checkSiteAt(site.base);
  } finally {
    await site.end();
  }
});

for (const [, name = '', says = ''] of rules) {
  test(`${name} ${says}`, () => {
    expect(report.breaches.filter((breach) => breach.name === name)).toEqual([]);
  });
}

test('the visit saw the whole newsroom, asked every rule, and ended with 0', () => {
  expect(report.pages).toBeGreaterThan(190);
  expect(report.rules).toEqual(rules.map(([, name]) => name));
  expect(report.code).toBe(0);
});
