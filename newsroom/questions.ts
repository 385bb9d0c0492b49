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
  const answer = (line: string | undefined): void => {
    // Answers that come in one piece follow each other at once: each is for one question.
    const heard = hear;
    hear = undefined;
    if (heard) heard(line);
    else if (line !== undefined) waiting.push(line);
  };
  const leave = (): void => {
    gone = true;
    answer(undefined);
  };
  lines.on('line', answer);
  lines.on('close', leave).on('SIGINT', () => lines.close());
  return {
    async ask(question) {
      // The terminal redraws the line of the answer with each key: what stands above it is written once.
      const cut = question.lastIndexOf('\n') + 1;
      if (!gone && cut > 0) output.write(question.slice(0, cut));
      lines.setPrompt(`${question.slice(cut)} `);
      if (!gone) lines.prompt();
      const line =
        waiting.shift() ?? (gone ? undefined : await new Promise<string | undefined>((heard) => (hear = heard)));
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
  const whole = otherwise === undefined || otherwise === '' ? `${question}:` : `${question} [${otherwise}]:`;
  for (let next = whole; ; next = whole.slice(whole.lastIndexOf('\n') + 1)) {
    const answer = await editor.ask(next);
    if (answer === undefined) throw new Cancelled('Nothing was written.');
    try {
      return check(answer === '' ? (otherwise ?? '') : answer);
    } catch (fault) {
      if (!(fault instanceof CommandFault)) throw fault;
      editor.tell(`  ${fault.message}`);
    }
  }
};
