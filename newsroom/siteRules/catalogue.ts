/** All rules in order, and the breaches of a site. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { addressRules } from '#newsroom/siteRules/addressRules';
import { articleRules } from '#newsroom/siteRules/articleRules';
import { clauseRules } from '#newsroom/siteRules/clauseRules';
import { dateRules } from '#newsroom/siteRules/dateRules';
import { feedRules } from '#newsroom/siteRules/feedRules';
import { headRules } from '#newsroom/siteRules/headRules';
import { liveRules } from '#newsroom/siteRules/liveRules';
import { newsSitemapRules } from '#newsroom/siteRules/newsSitemapRules';
import { ruleNames } from '#newsroom/siteRules/ruleNames';
import { partRules } from '#newsroom/siteRules/partRules';
import type { Breach, Rule } from '#newsroom/siteRules/rule';
import { sitemapRules } from '#newsroom/siteRules/sitemapRules';
import { trailRules } from '#newsroom/siteRules/trailRules';
import { trustRules } from '#newsroom/siteRules/trustRules';

const places = new Map<string, number>(ruleNames.map((name, place) => [name, place]));

const place = ({ name }: Pick<Rule, 'name'>): number => places.get(name) ?? Infinity;

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
  ...clauseRules,
].toSorted((a, b) => place(a) - place(b));

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
