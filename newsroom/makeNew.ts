/** `npm run new`: asks what is to be made, or takes flags, and writes a valid file in the right folder. */
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listed, oneOf, type Answers } from '#newsroom/answers';
import { CommandFault, commandPlace, type CommandPlace } from '#newsroom/commandPlace';
import type { Start } from '#newsroom/checkNewsroom';
import { newArticle } from '#newsroom/newArticle';
import { newUpdate } from '#newsroom/newUpdate';
import { writeDocument, type NewDocument } from '#newsroom/newDocument';
import { flagsOf, newFlags, newKinds, newUsage, type NewFlags, type NewKind } from '#newsroom/newFlags';
import { newAuthor, newCategory, newPage, newSeries, newVideo } from '#newsroom/newOthers';
import { askUntil, type Editor } from '#newsroom/questions';

const says: Readonly<Record<NewKind, string>> = {
  article: 'a piece with its own address',
  update: 'an entry of a live article',
  author: 'who writes',
  category: 'a section of the paper',
  series: 'articles in numbered parts',
  video: 'a film',
  page: 'a page about the paper',
};

const options = newKinds.map((name) => ({ name, says: says[name] }));

const inSentence = (flags: readonly string[]): string =>
  flags.length < 2 ? flags.join('') : `${flags.slice(0, -1).join(', ')} and ${flags.at(-1) ?? ''}`;

/** Where nobody can be asked, everything that is missing is named at once. */
const checkMissing = (kind: NewKind, { flags, editor }: Answers): void => {
  if (editor) return;
  const missing = flagsOf[kind]
    .filter((flag) => flag.endsWith('*') && !flags.has(flag.slice(0, -1)))
    .map((flag) => `--${flag.slice(0, -1)}`);
  if (missing.length > 0)
    throw new CommandFault(`A new ${kind} needs ${inSentence(missing)}. npm run new -- --help tells what there is.`);
};

const documentOf = (kind: NewKind, answers: Answers, { publish }: NewFlags): Promise<NewDocument> => {
  switch (kind) {
    case 'article':
      return newArticle(answers, publish);
    case 'update':
      return newUpdate(answers);
    case 'author':
      return newAuthor(answers);
    case 'category':
      return newCategory(answers);
    case 'series':
      return newSeries(answers);
    case 'video':
      return newVideo(answers);
    case 'page':
      return newPage(answers);
  }
};

const kindFor = async ({ kind }: NewFlags, editor: Editor | undefined): Promise<NewKind> => {
  if (kind) return kind;
  if (!editor)
    throw new CommandFault(
      `Say what is to be made: ${newKinds.join(', ')}. For example:  npm run new -- article --headline "…"`,
    );
  // `oneOf` answers with one of the names it was given.
  return askUntil(
    editor,
    listed('What is to be made', options),
    'article',
    (answer) => oneOf('kind of document', options)(answer) as NewKind,
  );
};

const make = async (flags: NewFlags, place: CommandPlace, editor: Editor | undefined): Promise<NewDocument> => {
  const kind = await kindFor(flags, editor);
  const answers: Answers = { place, flags: flags.answers, ...(editor && { editor }) };
  checkMissing(kind, answers);
  const made = await documentOf(kind, answers, flags);
  writeDocument(place, made);
  return made;
};

/**
 * Runs the command; answers with its exit code: 0 when the file is written, 1 when nothing was. `openEditor` opens the person
 * at the keyboard; absent where nobody is to be asked.
 */
export const makeNew = async (
  { args, env, cwd, out, side }: Start,
  openEditor: (() => Editor) | undefined,
): Promise<number> => {
  let editor: Editor | undefined;
  try {
    const flags = newFlags(args);
    if (flags.help) {
      out.write(newUsage);
      return 0;
    }
    const place = commandPlace(env, cwd);
    if (!statSync(place.contentDir, { throwIfNoEntry: false })?.isDirectory()) {
      throw new CommandFault(
        `There is no folder ${place.contentDir}. CONTENT_DIR says where the newsroom’s files are.`,
      );
    }
    editor = openEditor?.();
    const { file, address, next } = await make(flags, place, editor);
    const path = relative(cwd, join(place.contentDir, file));
    out.write(`${path.startsWith('..') ? join(place.contentDir, file) : path}\nIts address: ${address}\n${next}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    side.write(`${fault.message}\n`);
    return 1;
  } finally {
    editor?.close();
  }
};
