/** All rules in order, and the breaches of a site. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { addressRules } from '#newsroom/siteRules/addressRules';
import { articleRules } from '#newsroom/siteRules/articleRules';
import { dateRules } from '#newsroom/siteRules/dateRules';
import { feedRules } from '#newsroom/siteRules/feedRules';
import { headRules } from '#newsroom/siteRules/headRules';
import { liveRules } from '#newsroom/siteRules/liveRules';
import { newsSitemapRules } from '#newsroom/siteRules/newsSitemapRules';
import { partRules } from '#newsroom/siteRules/partRules';
import type { Breach, Rule } from '#newsroom/siteRules/rule';
import { sitemapRules } from '#newsroom/siteRules/sitemapRules';
import { trailRules } from '#newsroom/siteRules/trailRules';
import { trustRules } from '#newsroom/siteRules/trustRules';

const groups = 'ADLPNSHCFTR';

const place = ({ name }: Pick<Rule, 'name'>): number => groups.indexOf(name.charAt(0)) * 100 + Number(name.slice(1));

/** Every rule, in the order in which they are told. */
export const siteRules: readonly Rule[] = [
  ...articleRules,
  ...dateRules,
  ...partRules,
  ...liveRules,
  ...trailRules,
  ...newsSitemapRules,
  ...sitemapRules,
  ...headRules,
  ...addressRules,
  ...feedRules,
  ...trustRules,
].toSorted((a, b) => place(a) - place(b));

/** Rules of the list that no visit can test, and what tests them. */
export const unseen: readonly (readonly [string, string])[] = [
  ['D2', 'An edit of a letter leaves dateModified alone: two visits and the edit would have to be known.'],
  ['L4', 'One article thing on a live page: part of A1.'],
  ['R1, R3, R4, R5, R7, R8', 'Need a browser, a mailbox or a network that goes off.'],
  ['T4', 'A self-check on paper.'],
];

/** What is broken, in the order of the rules; `names` chooses some of them. */
export const breachesOf = (site: CrawledSite, names?: readonly string[]): readonly Breach[] =>
  siteRules
    .filter(({ name }) => !names || names.includes(name))
    .flatMap(({ name, says, todo, severity, check }) => {
      const said = new Set<string>();
      return [...check(site)].flatMap(({ page, found }) => {
        const key = `${page}\n${found}`;
        return said.has(key) || !said.add(key) ? [] : [{ name, says, todo, severity, page, found }];
      });
    });
