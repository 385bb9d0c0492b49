/** What a command writes to, and how wide and colourful it may be there. */
import type { WriteStream } from 'node:tty';

/** A place for words: a terminal, a file, another program, or a test's list. */
export type Screen = {
  readonly write: (text: string) => void;
  /** Columns of the terminal; absent where it is none, and lines are then as long as they are. */
  readonly width?: number;
  readonly colour: boolean;
};

/** The screen on one of the process's own streams. `NO_COLOR` (no-color.org) and a terminal called `dumb` are honoured. */
export const screenOn = (stream: NodeJS.WriteStream, env: { readonly [name: string]: string | undefined }): Screen => {
  // A reader like `head` leaves in the middle; that is no fault of ours and ends nothing else.
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  const { columns }: Pick<WriteStream, 'columns'> = stream;
  return {
    write: (text) => void stream.write(text),
    ...(stream.isTTY && columns > 0 && { width: columns }),
    colour: stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
};

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** A colour or weight on a terminal. */
export type Paint = keyof typeof codes;

/** Words in a colour where the screen has colours. */
export const painted = (screen: Pick<Screen, 'colour'>, paint: Paint, words: string): string =>
  screen.colour && words !== '' ? `\u001b[${codes[paint]}m${words}\u001b[0m` : words;

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const noWidth = /^[\p{M}\p{Cf}]$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a text takes on a terminal: none for accents and joiners, two for emoji and East Asian letters. */
export const columnsOf = (text: string): number => {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += noWidth.test(segment) ? 0 : wide.test(segment) ? 2 : 1;
  return columns;
};

/** A text padded with blanks to so many columns. */
export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** Words of a file made safe to print: signs that would move the cursor or turn the line round are shown by their number. */
export const printable = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff]/g,
    (sign) => (sign === '\n' || sign === '\t' ? ' ' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

/** Words broken into lines of so many columns; a word longer than a line stays whole, so that it can be copied. */
export const wrapped = (text: string, columns: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S)(?= )/)) {
    if (line !== '' && columnsOf(line) + columnsOf(word) > columns) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
};
