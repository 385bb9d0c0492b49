/** New authors, categories, series, films and pages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { authorAddress, categoryAddress, seriesAddress } from '#model/addresses';
import { pictureCandidates } from '#model/picturePaths';
import { answerFor, listed, oneOf, words, type Answers } from '#newsroom/answers';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { namedIn, nextFive, typedMoment, writtenMoment } from '#newsroom/newDesk';
import { askedName, type NewDocument } from '#newsroom/newDocument';
import { freeName, isTaken, nameFromWords } from '#newsroom/newNames';
import type { Fields } from '#newsroom/yamlText';

const check = 'Next: npm run check';

const made = (
  { place, flags }: Answers,
  folder: string,
  title: string,
  address: (slug: string) => string,
  fields: Fields,
  next = check,
): NewDocument => {
  const asked = flags.get('slug');
  const isFree = (slug: string): boolean => !isTaken(join(place.contentDir, folder), slug);
  const slug = asked === undefined ? freeName(nameFromWords(title, 'new'), isFree) : askedName(asked, folder, place);
  return { file: `${folder}/${slug}.mdx`, address: address(slug), fields, next };
};

const needed = (answers: Answers, flag: string, ask: string): Promise<string> =>
  answerFor(answers, flag, { ask, needed: true, check: words(true) });

const authorTypes = ['person', 'desk', 'agency', 'organisation'].map((name) => ({ name, says: '' }));

/** Asks for an author. */
export const newAuthor = async (answers: Answers): Promise<NewDocument> => {
  const name = await needed(answers, 'name', 'Name, as bylines print it');
  const role = await needed(answers, 'role', 'What they do, like “Science editor”');
  const type = await answerFor(answers, 'type', {
    ask: listed('Sort of author', authorTypes),
    otherwise: 'person',
    check: oneOf('type', authorTypes),
  });
  const email = await answerFor(answers, 'email', {
    ask: 'Mail address for readers (Enter: none)',
    check: words(false),
  });
  const fields: Fields = [
    ['name', name],
    ['role', role],
    ['type', type === 'person' ? undefined : { sure: type }],
    ['email', email || undefined],
  ];
  return made(
    answers,
    'authors',
    name,
    authorAddress,
    fields,
    'Next: write the biography under the second ---, then  npm run check',
  );
};

const orderIn = (answer: string): string => {
  if (!/^\d{1,4}$/.test(answer)) throw new CommandFault('Write a whole number from 0 to 9999.');
  return String(Number(answer));
};

/** Asks for a category; it stands last in the section bar unless an order is given. */
export const newCategory = async (answers: Answers): Promise<NewDocument> => {
  const title = await needed(answers, 'title', 'Name, as the section bar prints it');
  const description = await needed(answers, 'description', 'What it covers, in a sentence');
  const last = Math.max(0, ...namedIn(answers.place, 'categories').map(({ order = 0 }) => order));
  const order = await answerFor(answers, 'order', {
    ask: 'Place in the section bar',
    otherwise: String(Math.min(9999, last + 1)),
    check: orderIn,
  });
  const fields: Fields = [
    ['title', title],
    ['description', description],
    ['order', { sure: order }],
  ];
  return made(answers, 'categories', title, categoryAddress, fields);
};

/** Asks for a series. */
export const newSeries = async (answers: Answers): Promise<NewDocument> => {
  const title = await needed(answers, 'title', 'Name of the series');
  const description = await needed(answers, 'description', 'What it is about, in a sentence');
  return made(answers, 'series', title, seriesAddress, [
    ['title', title],
    ['description', description],
  ]);
};

/** Asks for a page about the paper. */
export const newPage = async (answers: Answers): Promise<NewDocument> => {
  const title = await needed(answers, 'title', 'Title');
  const description = await answerFor(answers, 'description', {
    ask: 'What stands on it, in a sentence (Enter: none)',
    check: words(false),
  });
  const fields: Fields = [
    ['title', title],
    ['description', description || undefined],
  ];
  return made(answers, 'pages', title, (slug) => `/about/${slug}`, fields, 'Next: write it, then  npm run check');
};

const providers = ['youtube', 'vimeo', 'file'].map((name) => ({ name, says: '' }));

/** A file that must lie in the newsroom already; `after` is what must stand beside it. */
const present =
  (place: CommandPlace, after: string, remedy: string) =>
  (answer: string): string => {
    const path = words(true)(answer);
    const there = pictureCandidates(path, 'videos').some((candidate) =>
      existsSync(join(place.contentDir, candidate + after)),
    );
    if (!there) throw new CommandFault(`${path}${after} is not there. ${remedy}`);
    return path;
  };

/** Asks for a film. Its poster, and a file of its own, must be there already. */
export const newVideo = async (answers: Answers): Promise<NewDocument> => {
  const { place } = answers;
  const title = await needed(answers, 'title', 'Title');
  const provider = await answerFor(answers, 'provider', {
    ask: listed('Who plays it', providers),
    needed: true,
    check: oneOf('provider', providers),
  });
  const isFile = provider === 'file';
  if (answers.flags.has(isFile ? 'id' : 'src'))
    throw new CommandFault(
      isFile
        ? '--id belongs to youtube and vimeo; a file has --src.'
        : `--src belongs to provider file; ${provider} has --id.`,
    );
  const where = isFile
    ? await answerFor(answers, 'src', {
        ask: 'Its file in content/media',
        needed: true,
        check: present(place, '', 'Put the film into content/media first.'),
      })
    : await needed(answers, 'id', 'The provider’s own name for it, the end of its address');
  const facts =
    'Put the picture into content/media, and beside it a file of that name with .yaml: alt, credit, licence.';
  const poster = await answerFor(answers, 'poster', {
    ask: 'Picture shown before the tap',
    needed: true,
    check: present(place, '.yaml', facts),
  });
  const duration = await needed(answers, 'duration', 'Length, like PT2M31S for 2 minutes 31 seconds');
  const otherwise = writtenMoment(nextFive(place.now()), place);
  const at = await answerFor(answers, 'date', {
    ask: 'Goes out at',
    otherwise,
    check: (typed) => typedMoment(typed, place),
  });
  const fields: Fields = [
    ['title', title],
    ['publishedAt', { sure: writtenMoment(at, place) }],
    ['provider', { sure: provider }],
    [isFile ? 'src' : 'id', where],
    ['poster', poster],
    ['duration', duration],
  ];
  return made(
    answers,
    'videos',
    title,
    (slug) => `/videos#${slug}`,
    fields,
    'Next: write the transcript under the second ---, then  npm run check',
  );
};
