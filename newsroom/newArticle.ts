/** A new article. */
import { join } from 'node:path';
import { periodAddress, periodOf } from '#model/addresses';
import { articleKinds, type ArticleKind } from '#model/article';
import { unwrittenStandfirst } from '#model/articleRules';
import type { Moment } from '#model/moment';
import { answerFor, fileName, fileNames, listed, oneOf, optionsFrom, words, type Answers } from '#newsroom/answers';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { namedIn, nextFive, typedMoment, writtenMoment } from '#newsroom/newDesk';
import { askedName, type NewDocument } from '#newsroom/newDocument';
import { freeName, isClaimed, isTaken, nameFromWords } from '#newsroom/newNames';
import { yamlWords } from '#newsroom/yamlText';

/** The question for a moment of publication. */
export const momentQuestion = (place: CommandPlace) => ({
  ask: 'Goes out at (year-month-day hour:minute on the newsroom’s clock)',
  otherwise: writtenMoment(nextFive(place.now()), place),
  check: (typed: string): Moment => typedMoment(typed, place),
});

const kinds = articleKinds.map((name) => ({ name, says: '' }));

// `oneOf` answers with one of the names it was given.
const kindNamed = (answer: string): ArticleKind => oneOf('kind', kinds)(answer) as ArticleKind;

const seriesPlace = (answers: Answers): [string, string] | undefined => {
  const of = answers.flags.get('series');
  const part = answers.flags.get('part');
  if (of === undefined && part !== undefined) throw new CommandFault('--part says nothing without --series.');
  if (of === undefined) return undefined;
  if (part !== undefined && !/^[1-9]\d{0,3}$/.test(part))
    throw new CommandFault('--part: write a whole number from 1.');
  return [fileName('series', optionsFrom(namedIn(answers.place, 'series')))(of), part ?? ''];
};

const tagsIn = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map(words(false))
    .filter((tag) => /[\p{L}\p{N}]/u.test(tag));

const articleName = (answers: Answers, headline: string, kind: string, dayFolder: string): string => {
  const { place, flags } = answers;
  const folder = join(place.contentDir, dayFolder);
  const address = (slug: string): string => `${dayFolder.slice('articles'.length)}/${slug}`;
  const asked = flags.get('slug');
  if (asked !== undefined) return askedName(asked, dayFolder, place);
  return freeName(
    nameFromWords(headline, kind),
    (slug) => !isTaken(folder, slug) && !isClaimed(place.contentDir, dayFolder, address(slug)),
  );
};

/** Asks for an article and makes its file; a draft unless `publish`. */
export const newArticle = async (answers: Answers, publish: boolean): Promise<NewDocument> => {
  const { place } = answers;
  const categories = optionsFrom(namedIn(place, 'categories'));
  const authors = optionsFrom(namedIn(place, 'authors'));
  const headline = await answerFor(answers, 'headline', { ask: 'Headline', needed: true, check: words(true) });
  const standfirst = await answerFor(answers, 'standfirst', { ask: 'Standfirst (Enter: later)', check: words(false) });
  const category = await answerFor(answers, 'category', {
    ask: listed('Category', categories),
    needed: true,
    check: fileName('category', categories),
  });
  const names = await answerFor(answers, 'authors', {
    ask: listed('Authors, with commas between', authors),
    needed: true,
    check: fileNames('author', authors, true),
  });
  const at = await answerFor(answers, 'date', momentQuestion(place));
  const kind = await answerFor(answers, 'kind', { ask: listed('Kind', kinds), otherwise: 'news', check: kindNamed });
  const isSponsored = kind === 'sponsored';
  const sponsor = await answerFor(isSponsored ? answers : { place, flags: answers.flags }, 'sponsor', {
    ask: 'Who pays for it',
    needed: isSponsored,
    check: words(isSponsored),
  });
  if (sponsor !== '' && !isSponsored) throw new CommandFault('--sponsor belongs to --kind sponsored alone.');
  const series = seriesPlace(answers);
  const needsStandfirst = kind !== 'brief' && kind !== 'live';
  if (publish && needsStandfirst && standfirst === '')
    throw new CommandFault('--publish needs --standfirst: readers would see an unfinished piece.');
  const time = writtenMoment(at, place);
  const dayFolder = `articles${periodAddress(periodOf(at, place.site.timeZone))}`;
  const slug = articleName(answers, headline, kind, dayFolder);
  const tags = tagsIn(answers.flags.get('tags'));
  return {
    file: `${dayFolder}/${slug}.mdx`,
    address: `${dayFolder.slice('articles'.length)}/${slug}`,
    fields: [
      ['headline', headline],
      ['standfirst', standfirst || (needsStandfirst ? unwrittenStandfirst : undefined)],
      ['category', { sure: category }],
      ['authors', { list: names }],
      ['publishedAt', { sure: time }],
      ['kind', kind === 'news' ? undefined : { sure: kind }],
      [
        'tags',
        tags.length > 0
          ? { sure: `[${tags.map((tag) => (/,/.test(tag) ? JSON.stringify(tag) : yamlWords(tag))).join(', ')}]` }
          : undefined,
      ],
      [
        'series',
        series && {
          map: [['of', { sure: series[0] }], ...(series[1] ? [['part', { sure: series[1] }] as const] : [])],
        },
      ],
      ['coverage', kind === 'live' ? { map: [['start', { sure: time }]] } : undefined],
      ['sponsor', isSponsored ? { map: [['name', sponsor]] } : undefined],
      ['draft', publish ? undefined : { sure: 'true' }],
    ],
    next: publish
      ? 'Next: write the body, then  npm run check'
      : 'Next: write it, take out the line  draft: true, then  npm run check',
  };
};
