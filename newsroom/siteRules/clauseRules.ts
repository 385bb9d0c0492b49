/** T4: the self-check by the eighteen clauses of the Journalism Trust Initiative. */
import type { Clause } from '#newsroom/siteRules/clause';
import { clauses } from '#newsroom/siteRules/clauses';
import type { Evidence, Sought } from '#newsroom/siteRules/clauseEvidence';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import type { Rule } from '#newsroom/siteRules/rule';
import { languageOf, pagesByAddress } from '#newsroom/siteRules/siteView';

/** What was sought for a clause: found with its place, missing, or not readable by a program that knows English. */
export type Answered = Pick<Sought, 'what'> &
  ({ readonly is: 'found'; readonly evidence: Evidence } | { readonly is: 'missing' | 'unread' });

/** A clause with what answers it. `unread`: nothing is missing, and a person has to look at the rest. */
export type ClauseAnswer = {
  readonly clause: Clause;
  readonly state: 'answered' | 'partly' | 'open' | 'unread';
  readonly answers: readonly Answered[];
};

const stateOf = (answers: readonly Answered[]): ClauseAnswer['state'] => {
  if (answers.some(({ is }) => is === 'missing')) return answers.some(({ is }) => is === 'found') ? 'partly' : 'open';
  return answers.some(({ is }) => is === 'unread') ? 'unread' : 'answered';
};

/** All eighteen, in order; nothing of a site whose front page was not seen. */
export const clauseAnswers = (site: CrawledSite): readonly ClauseAnswer[] => {
  const home = pagesByAddress(site).get(site.home);
  if (!home) return [];
  const isEnglish = languageOf(home) === 'en';
  return clauses.map((clause) => {
    const answers = clause.sought.map(({ what, byWords, find }): Answered => {
      if (byWords && !isEnglish) return { what, is: 'unread' };
      const evidence = find(site);
      return evidence ? { what, is: 'found', evidence } : { what, is: 'missing' };
    });
    return { clause, state: stateOf(answers), answers };
  });
};

const t4: Rule = {
  name: 'T4',
  severity: 'should',
  source: 'https://www.jti-app.com/footer/cwa',
  says: 'What the eighteen clauses of the Journalism Trust Initiative ask of a publication can be read on its pages.',
  todo: 'Write what is missing on a page about the publication; npm run check:site -- --clauses goes through all eighteen.',
  *check(site) {
    for (const { clause, answers } of clauseAnswers(site)) {
      const missing = answers.filter(({ is }) => is === 'missing').map(({ what }) => what);
      if (missing.length > 0)
        yield {
          page: site.home,
          found: `clause ${clause.number}, ${clause.title}: nothing shows ${missing.join('; ')}`,
        };
    }
  },
};

/** T4. */
export const clauseRules: readonly Rule[] = [t4];
