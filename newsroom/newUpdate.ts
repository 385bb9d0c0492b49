/** A new entry of a live article. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#model/article';
import { answerFor, fileNames, listed, optionsFrom, words, type Answers } from '#newsroom/answers';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { momentQuestion } from '#newsroom/newArticle';
import { namedIn, readAs, writtenMoment } from '#newsroom/newDesk';
import { askedName, type NewDocument } from '#newsroom/newDocument';
import { freeName, isTaken, nameFromWords } from '#newsroom/newNames';

/** The live article that an address, a path or a web address names. */
const liveArticle = (place: CommandPlace, typed: string): Article => {
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/^.*?articles\//, '/')
    .replace(/\.mdx$/, '')
    .replace(/[?#].*$/, '')
    .normalize('NFC');
  const file = `articles/${path.replace(/^\/+|\/+$/g, '')}.mdx`;
  const onDisk = join(place.contentDir, file);
  if (!/^articles\/\d{4}\/\d\d\/\d\d\/[^/]+\.mdx$/.test(file) || !existsSync(onDisk)) {
    throw new CommandFault(`There is no article ${typed}. Write its address:  /2026/10/15/election-night`);
  }
  const { value } = readAs(place, file, readFileSync(onDisk));
  if (value?.kind !== 'article') throw new CommandFault(`${file} has problems; mend them first: npm run check`);
  if (value.article.kind !== 'live')
    throw new CommandFault(`${path} is no live article. Write  kind: live  and  coverage:  into it first.`);
  return value.article;
};

/** Asks for an entry of a live article and makes its file. */
export const newUpdate = async (answers: Answers): Promise<NewDocument> => {
  const { place } = answers;
  const authors = optionsFrom(namedIn(place, 'authors'));
  const article = await answerFor(answers, 'of', {
    ask: 'Address of the live article',
    needed: true,
    check: (typed) => liveArticle(place, typed),
  });
  const headline = await answerFor(answers, 'headline', { ask: 'Headline', needed: true, check: words(true) });
  // An entry is dated when it is written, to the minute: its readers wait for it.
  const minute = Math.floor(place.now() / 60_000) * 60_000;
  const at = await answerFor(answers, 'date', { ...momentQuestion(place), otherwise: writtenMoment(minute, place) });
  const end = article.coverage?.end;
  if (end !== undefined && at > end)
    throw new CommandFault(
      `The coverage ended at ${writtenMoment(end, place)}. Move  coverage.end  first, or date the entry earlier.`,
    );
  const names = await answerFor(answers, 'authors', {
    ask: listed('Authors (Enter: the article’s own)', authors),
    check: fileNames('author', authors, false),
  });
  const time = writtenMoment(at, place);
  const folder = article.file.replace(/\.mdx$/, '.updates');
  const asked = answers.flags.get('slug');
  const slug =
    asked === undefined
      ? freeName(
          nameFromWords(`${time.slice(11, 16).replace(':', '')} ${headline}`, 'update'),
          (name) => !isTaken(join(place.contentDir, folder), name),
        )
      : askedName(asked, folder, place);
  return {
    file: `${folder}/${slug}.mdx`,
    address: `${article.address}#${slug}`,
    fields: [
      ['at', { sure: time }],
      ['headline', headline],
      ['authors', names.length > 0 ? { list: names } : undefined],
    ],
    next: `Next: write it, then  npm run check. ${at > place.now() ? `Readers see it from ${time} on.` : 'Readers see it as soon as it is saved where the site runs.'}`,
  };
};
