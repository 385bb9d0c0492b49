/** The self-check by the clauses of the Journalism Trust Initiative: for an editor, for a program, and as a document. */
import type { Visit } from '#newsroom/siteCheck/crawl';
import { painted, printable, type Screen } from '#newsroom/screen';
import { type Answered, type ClauseAnswer, clauseAnswers } from '#newsroom/siteRules/clauseRules';
import { clauses } from '#newsroom/siteRules/clauses';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';

const words = {
  answered: 'answered',
  partly: 'answered in part',
  open: 'open',
  unread: 'to be read by a person',
} as const satisfies Record<ClauseAnswer['state'], string>;

const colours = { answered: 'cyan', partly: 'yellow', open: 'red', unread: 'yellow' } as const;

const placeOf = (answer: Answered, origin: string): string => {
  if (answer.is !== 'found') return answer.is === 'missing' ? 'nothing shows it' : 'the program reads English only';
  const { page, section } = answer.evidence;
  return `${page.replace(origin, '') || '/'}${section === undefined ? '' : `, "${section}"`}`;
};

const linesOf = (screen: Screen, { clause, state, answers }: ClauseAnswer, origin: string): readonly string[] => [
  `${String(clause.number).padStart(2)} ${painted(screen, 'bold', clause.title)}: ${painted(screen, colours[state], words[state])}`,
  ...answers.map(
    (answer) => `     ${answer.is === 'found' ? '+' : '-'} ${answer.what}: ${printable(placeOf(answer, origin))}`,
  ),
  ...(state === 'answered' ? [] : [`     ${painted(screen, 'cyan', 'What to do:')} ${clause.todo}`]),
];

/** Lines for an editor: each clause with what answers it and where, and what to do where nothing does. */
export const clauseText = (screen: Screen, { site, notes }: Visit): string => {
  const answers = clauseAnswers(site);
  const count = (state: ClauseAnswer['state']): number => answers.filter((answer) => answer.state === state).length;
  const sum = (Object.keys(words) as (keyof typeof words)[])
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${words[state]}`);
  const lines = answers.flatMap((answer) => linesOf(screen, answer, site.origin));
  return `${[...lines, '', ...notes, `Of ${answers.length} clauses ${sum.join(', ')} on ${site.origin}.`].join('\n')}\n`;
};

/** The same for a program. */
export const clauseObjects = (site: CrawledSite): readonly object[] =>
  clauseAnswers(site).map(({ clause: { number, title, todo }, state, answers }) => ({
    number,
    title,
    state,
    answers: answers.map((answer) => ({
      what: answer.what,
      is: answer.is,
      ...(answer.is === 'found' && answer.evidence),
    })),
    ...(state !== 'answered' && { todo }),
  }));

/** The clauses as a document: `docs/self-check.md`. */
export const clauseGuide = (): string =>
  [
    '# Self-check by the Journalism Trust Initiative\n',
    'The [Journalism Trust Initiative](https://www.jti-app.com/footer/cwa) is a standard for newsrooms, CEN Workshop Agreement 17493:2019.',
    'Its eighteen clauses say what readers should be able to find out about those who inform them. Titles are those of the standard; what each asks',
    'stands here in our own words and shortened, so the text itself goes before a publication assesses itself in earnest. This file is written by `npm run docs -- --write`.\n',
    '```sh\nnpm run check:site -- --clauses                       # this site, from its build\nnpm run check:site -- --clauses https://news.example  # any other\n```\n',
    'The command visits the site and says for each clause what answers it and where: a section of a page about the publication (any page that the footer names so, or',
    'structured data as a policy), what structured data say from `site.config.ts`, or what the site does. It says what is missing and what to do, and ends with 1 where',
    'something is. The same is rule T4 of every `check:site`, and `clauses` in its JSON. Sections are found by their words, in English; on a site in another language',
    'those are left to a person. That a section is there says nothing of whether it is true: that is what an audit is for.\n',
    ...clauses.map(
      ({ number, title, asks, todo, sought }) =>
        `## ${number}. ${title}\n\n${asks}\n\n${sought.map(({ what }) => `- ${what}`).join('\n')}\n\n**What to do:** ${todo}\n`,
    ),
  ].join('\n');
