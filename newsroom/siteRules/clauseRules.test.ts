import { expect, test } from 'vitest';
import { crawl } from '#newsroom/siteCheck/crawl';
import { clauseText } from '#newsroom/siteCheck/clauseReport';
import { servePaper } from '#newsroom/siteCheck/servePaper';
import { paperNow, smallPaper } from '#newsroom/siteCheck/smallPaper';
import { breachesOf } from '#newsroom/siteRules/catalogue';
import type { Evidence } from '#newsroom/siteRules/clauseEvidence';
import { clauseAnswers } from '#newsroom/siteRules/clauseRules';
import { clauses } from '#newsroom/siteRules/clauses';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';

const visited = async (language = 'en'): Promise<CrawledSite> => {
  const paper = await smallPaper();
  for (const entry of paper.values())
    if (typeof entry.body === 'string')
      entry.body = entry.body.replaceAll('<html lang="en"', `<html lang="${language}"`);
  const { origin, end } = await servePaper(paper);
  try {
    return (await crawl({ origin, now: paperNow, maxPages: 200, concurrency: 8, agent: 'test' })).site;
  } finally {
    await end();
  }
};

const paper = await visited();

/** The same site without what answered: a section of a page, or everything that a page shows. */
const without = (site: CrawledSite, { page, section }: Evidence): CrawledSite => ({
  ...site,
  pages: site.pages.map((one) => {
    if (one.address !== page) return one;
    const { sections } = one.facts;
    const facts =
      section === undefined
        ? { ...one.facts, sections: [], bylines: [], blocks: [] }
        : { ...one.facts, sections: sections.filter(({ heading }) => heading !== section) };
    const answer = section === undefined && one.address !== site.home ? { ...one.answer, status: 404 } : one.answer;
    return { ...one, answer, facts };
  }),
  answers: new Map(
    [...site.answers].map(([address, answer]) => [
      address,
      address === page && section === undefined ? { ...answer, status: 404 } : answer,
    ]),
  ),
});

test('T4: the standard’s eighteen clauses are asked, in its order, each with what to do where it is open', () => {
  expect(clauses.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, nth) => nth + 1));
  for (const { title, asks, todo, sought } of clauses) {
    expect([title !== '', asks.endsWith('.'), todo.endsWith('.')], title).toEqual([true, true, true]);
    expect(sought.length, title).toBeGreaterThan(0);
  }
});

test('T4: a paper that says it all has all eighteen answered, each with the page that answers', () => {
  for (const { clause, state, answers } of clauseAnswers(paper)) {
    expect([clause.number, state]).toEqual([clause.number, 'answered']);
    for (const answer of answers)
      expect(answer.is === 'found' && paper.answers.has(answer.evidence.page), answer.what).toBe(true);
  }
  expect(breachesOf(paper, ['T4'])).toEqual([]);
});

test.each(clauses)('T4: clause $number, $title, is named as open once its evidence is gone', ({ number, sought }) => {
  for (const { what, find } of sought) {
    let site = paper;
    for (let evidence = find(site); evidence; evidence = find(site)) {
      const next = without(site, evidence);
      // What the front page says in structured data is taken with the front page's blocks; nothing answers for ever.
      expect(JSON.stringify(next.pages)).not.toBe(JSON.stringify(site.pages));
      site = next;
    }
    const named = breachesOf(site, ['T4']).map(({ found }) => found);
    expect(named, what).toContainEqual(expect.stringContaining(`clause ${number}, `));
    expect(named.join('\n')).toContain(what);
  }
});

test('T4: an editor reads for each clause what answers it and where, and what to do', async () => {
  const text = clauseText({ write: () => undefined, colour: false }, { site: paper, notes: [] });
  expect(text).toMatch(
    /12 Responsibility for sources: answered\n {5}\+ when a source may stay unnamed: \/about\/ethics, "Sources"/,
  );
  expect(text).toContain(`Of 18 clauses 18 answered on ${paper.origin}.`);
  const sources = clauses.find(({ number }) => number === 12)?.sought[0]?.find(paper);
  const less = clauseText(
    { write: () => undefined, colour: false },
    { site: sources ? without(paper, sources) : paper, notes: ['7 pages were not visited.'] },
  );
  expect(less).toMatch(
    /12 Responsibility for sources: answered in part\n {5}- when a source may stay unnamed: nothing shows it/,
  );
  // What was not visited may hold the answer.
  expect(less).toContain('7 pages were not visited.');
  expect(less).toContain('What to do: Write when a source may stay unnamed');
});

test('T4: what a program cannot read is left to a person, and is no breach', async () => {
  const swahili = await visited('sw');
  expect(clauseAnswers(swahili).map(({ state }) => state)).toContain('unread');
  expect(breachesOf(swahili, ['T4'])).toEqual([]);
});
