/** What the command answers: lines for people, one object for programs. */
import { painted, printable, type Screen } from '#newsroom/screen';
import { clauseObjects } from '#newsroom/siteCheck/clauseReport';
import type { Visit } from '#newsroom/siteCheck/crawl';
import type { Breach } from '#newsroom/siteRules/rule';
import { siteRules } from '#newsroom/siteRules/catalogue';
import { unseenRules } from '#newsroom/siteRules/ruleNames';

/** Findings of one rule that are told one by one to people. */
const toldEach = 10;

/** The object of `--json`; its shape is described in `docs/site-check.md`. */
export const reportJson = ({ site, notes }: Visit, breaches: readonly Breach[], rules?: readonly string[]): string => {
  const checked = siteRules.map(({ name }) => name).filter((name) => !rules || rules.includes(name));
  const { length: pages } = site.pages;
  const counts = { pages, feeds: site.feeds.length, sitemaps: site.sitemaps.length, pictures: site.pictures.size };
  return `${JSON.stringify({ version: 1, site: site.origin, now: new Date(site.now).toISOString(), ...counts, rules: checked, breaches, clauses: clauseObjects(site), notes }, null, 2)}\n`;
};

/** Lines for people, by rule. */
export const reportText = (screen: Screen, { site, notes }: Visit, breaches: readonly Breach[]): string => {
  const lines: string[] = [];
  for (const name of new Set(breaches.map((breach) => breach.name))) {
    const own = breaches.filter((breach) => breach.name === name);
    const [first] = own;
    if (!first) continue;
    lines.push(`${painted(screen, first.severity === 'must' ? 'red' : 'yellow', name)} ${first.says}`);
    for (const { page, found } of own.slice(0, toldEach))
      lines.push(`  ${painted(screen, 'bold', printable(page))}`, `    ${printable(found)}`);
    if (own.length > toldEach) lines.push(`  and ${own.length - toldEach} more; --json tells them all`);
    lines.push(`  ${painted(screen, 'cyan', 'What to do:')} ${first.todo}`, '');
  }
  const seen = `${site.pages.length} pages, ${site.feeds.length} feeds, ${site.sitemaps.length} sitemaps and ${site.pictures.size} pictures of ${site.origin}`;
  const count = new Set(breaches.map((breach) => breach.name)).size;
  lines.push(
    ...notes,
    count === 0
      ? `No rule is broken in ${seen}.`
      : `${count} rules are broken, at ${breaches.length} places, in ${seen}.`,
  );
  return `${lines.join('\n')}\n`;
};

/** The rules, for `--list`. */
export const ruleLines = (): string =>
  siteRules.map(({ name, says, severity }) => `${name.padEnd(4)}${severity.padEnd(7)}${says}\n`).join('');

/** The rules as a document: `docs/site-rules.md`. */
export const ruleGuide = (): string =>
  [
    '# Rules for the whole site\n',
    '`npm run check:site` tests these from outside, on any news site. This file is written by `npm run docs -- --write`.\n',
    ...siteRules.map(
      ({ name, says, todo, severity, source }) =>
        `## ${name}\n\n${says} (${severity})\n\n- **What to do:** ${todo}\n- **Source:** <${source}>\n`,
    ),
    '## What no visit can test\n',
    ...unseenRules.map(({ name, why }) => `- **${name}**: ${why}`),
  ].join('\n');
