/** Asks an editor questions, line by line, on a terminal or from whatever answers in its place. */
import { createInterface } from 'node:readline';
import { CommandFault } from '#newsroom/commandPlace';
import { printable } from '#newsroom/screen';

/** One who can be asked. */
export type Editor = {
  /** The answer, trimmed; `undefined` where nobody answers any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly tell: (words: string) => void;
  readonly close: () => void;
};

/** The editor went away in the middle; nothing has been written. */
export class Cancelled extends CommandFault {}

/** The editor at this input. Ctrl-C and the end of the input are no answer. */
export const editorAt = (input: NodeJS.ReadStream, output: NodeJS.WriteStream): Editor => {
  const lines = createInterface({ input, output, terminal: input.isTTY === true });
  const waiting: string[] = [];
  let hear: ((line: string | undefined) => void) | undefined;
  let gone = false;
  const leave = (): void => {
    gone = true;
    hear?.(undefined);
  };
  lines.on('line', (line) => {
    if (hear) hear(line);
    else waiting.push(line);
  });
  lines.on('close', leave).on('SIGINT', () => lines.close());
  return {
    async ask(question) {
      lines.setPrompt(`${question} `);
      if (!gone) lines.prompt();
      const line =
        waiting.shift() ?? (gone ? undefined : await new Promise<string | undefined>((heard) => (hear = heard)));
      hear = undefined;
      return line?.trim();
    },
    tell: (words) => void output.write(`${words}\n`),
    close: () => lines.close(),
  };
};

/** One thing that can be chosen by its number or its name. */
export type Option = { readonly name: string; readonly says: string };

/** The options, numbered. */
export const numbered = (options: readonly Option[]): string =>
  options
    .map(
      ({ name, says }, nth) =>
        `  ${String(nth + 1).padStart(2)}  ${printable(name)}${says === '' ? '' : `  ${printable(says)}`}`,
    )
    .join('\n');

/** The option that an answer means: its number, its name, or what it says, in any case. */
export const optionFor = (answer: string, options: readonly Option[]): Option | undefined => {
  const byNumber = /^\d{1,4}$/.test(answer) ? options[Number(answer) - 1] : undefined;
  const word = answer.toLowerCase().normalize('NFC');
  return (
    options.find(({ name }) => name === word) ?? byNumber ?? options.find(({ says }) => says.toLowerCase() === word)
  );
};

/** Asks until the answer will do. `check` throws `CommandFault` for one that will not. An empty answer takes `otherwise`. */
export const askUntil = async <Answer>(
  editor: Editor,
  question: string,
  otherwise: string | undefined,
  check: (answer: string) => Answer,
): Promise<Answer> => {
  for (;;) {
    const answer = await editor.ask(
      otherwise === undefined || otherwise === '' ? `${question}:` : `${question} [${otherwise}]:`,
    );
    if (answer === undefined) throw new Cancelled('Nothing was written.');
    try {
      return check(answer === '' ? (otherwise ?? '') : answer);
    } catch (fault) {
      if (!(fault instanceof CommandFault)) throw fault;
      editor.tell(`  ${fault.message}`);
    }
  }
};
