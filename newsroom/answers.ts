/** The answers from which a document is made: given as flags, or asked for. */
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { fileNameFault } from '#model/fileNames';
import type { Named } from '#newsroom/newDesk';
import { askUntil, numbered, optionFor, type Editor, type Option } from '#newsroom/questions';
import { oneLine } from '#newsroom/yamlText';

/** How one answer is asked for and judged. */
type Question<Answer> = {
  readonly ask: string;
  /** Taken where the answer is empty or not asked for. */
  readonly otherwise?: string;
  /** Asked for even where other answers came as flags. */
  readonly needed?: boolean;
  /** Throws `CommandFault` for an answer that will not do. */
  readonly check: (answer: string) => Answer;
};

/** Where answers come from. */
export type Answers = {
  readonly place: CommandPlace;
  readonly flags: ReadonlyMap<string, string>;
  /** Absent where nobody can be asked. */
  readonly editor?: Editor;
};

/** One answer, by flag. Throws `CommandFault` for a flag whose value will not do. */
export const answerFor = async <Answer>(
  { flags, editor }: Answers,
  flag: string,
  { ask, otherwise, needed = false, check }: Question<Answer>,
): Promise<Answer> => {
  const given = flags.get(flag);
  if (given === undefined && editor && (needed || flags.size === 0)) return askUntil(editor, ask, otherwise, check);
  try {
    return check(given?.trim() ?? otherwise ?? '');
  } catch (fault) {
    throw fault instanceof CommandFault ? new CommandFault(`--${flag}: ${fault.message}`) : fault;
  }
};

/** Words on one line; at least one letter or digit where they are `needed`. */
export const words =
  (needed: boolean) =>
  (answer: string): string => {
    const line = oneLine(answer);
    if (needed && !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line))
      throw new CommandFault('Write at least one word.');
    return line;
  };

const unknown = (answer: string, what: string, options: readonly Option[]): CommandFault =>
  new CommandFault(
    `There is no ${what} "${answer}". ${options.length > 0 ? `There are: ${options.map(({ name }) => name).join(', ')}.` : ''}`.trim(),
  );

/** One of a few options, by number or name. */
export const oneOf =
  (what: string, options: readonly Option[]) =>
  (answer: string): string => {
    const option = optionFor(answer, options);
    if (!option) throw unknown(answer, what, options);
    return option.name;
  };

/** Options with a question that lists them. */
export const listed = (question: string, options: readonly Option[]): string =>
  options.length === 0 ? question : `${numbered(options)}\n${question}`;

/** What is there already, as options. */
export const optionsFrom = (named: readonly Named[]): Option[] =>
  named.map(({ slug, name }) => ({ name: slug, says: name }));

/** The name of a file: one of those that are there, or, where none is, any name that a file can have. */
export const fileName =
  (what: string, options: readonly Option[]) =>
  (answer: string): string => {
    if (options.length > 0) return oneOf(what, options)(answer);
    const name = answer.normalize('NFC');
    const fault = fileNameFault(name);
    if (!fault) return name;
    throw new CommandFault(
      answer === ''
        ? `Write the name of the ${what}.`
        : `${fault.message} ${fault.write ? `Write:  ${fault.write}` : ''}`.trim(),
    );
  };

/** Several of them, between commas or blanks; at least one where they are `needed`. */
export const fileNames =
  (what: string, options: readonly Option[], needed: boolean) =>
  (answer: string): string[] => {
    const names = answer
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(fileName(what, options));
    if (needed && names.length === 0) throw new CommandFault(`Name at least one ${what}.`);
    return [...new Set(names)];
  };
