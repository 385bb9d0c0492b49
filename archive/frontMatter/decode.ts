/** From the bytes of a file to its text: UTF-8 and nothing else, with the faults of bytes named. */
import { isUtf8 } from 'node:buffer';
import { openSheet, type Sheet } from '#archive/frontMatter/sheet';

/** Largest file that is read, in bytes. */
const mostBytes = 2 * 1024 * 1024;

/** The sheet of a file with its text, and whether that text is worth reading on. */
export type Decoded = { readonly sheet: Sheet; readonly legible: boolean };

const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: Latin text in UTF-16 has a NUL at every other place.
  const start = bytes.subarray(0, 64);
  if (start.length < 4 || start.length % 2 !== 0) return undefined;
  const nuls = (parity: number): boolean => start.every((byte, at) => at % 2 !== parity || byte === 0);
  const words = (parity: number): boolean => start.every((byte, at) => at % 2 !== parity || byte !== 0);
  if (nuls(1) && words(0)) return 'utf-16le';
  return nuls(0) && words(1) ? 'utf-16be' : undefined;
};

const decodeWith = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);

/** Most line ends that a machine mends one by one; a file with more is saved anew. */
const mostLineEnds = 5000;

/** CR alone, as very old editors end lines: read as line ends, so that everything else keeps its place. */
const checkLineEnds = (file: string, text: string): Sheet => {
  const lone: number[] = [];
  let count = 0;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === 0x0a) continue;
    count += 1;
    if (lone.length < mostLineEnds) lone.push(at);
  }
  const sheet = openSheet(file, count > 0 ? text.replace(/\r(?!\n)/g, '\n') : text);
  const [first] = lone;
  if (first !== undefined) {
    const message = `ends lines with CR alone (${times(count)}).`;
    sheet.problem(first, 'file', message, 'Save it with the line ends LF or CRLF.');
    for (const at of lone) sheet.mend({ from: at, to: at + 1, text: '\n', why: 'line ends are LF' });
  }
  return sheet;
};

/**
 * Decodes a file. The text keeps a BOM, and its offsets are those of the file as Node decodes it; CR alone became LF.
 * `legible` is false for UTF-16 and for files over 2 MB, whose text serves the take-down scan only.
 */
export const decodeFile = (file: string, bytes: Uint8Array): Decoded => {
  if (bytes.length > mostBytes) {
    const sheet = openSheet(file, decodeWith('utf-8', bytes.subarray(0, mostBytes)));
    sheet.problem(0, 'file', 'is larger than 2 MB.', 'Make it smaller; pictures and documents are files of their own.');
    return { sheet, legible: false };
  }
  const wide = utf16(bytes);
  if (wide) {
    const sheet = openSheet(file, decodeWith(wide, bytes));
    sheet.problem(0, 'file', 'is UTF-16; files are UTF-8.', 'Save it as UTF-8.');
    return { sheet, legible: false };
  }
  const sheet = checkLineEnds(file, decodeWith('utf-8', bytes));
  if (!isUtf8(bytes)) {
    const at = Math.max(0, sheet.text.indexOf('\ufffd'));
    sheet.problem(
      at,
      'file',
      'holds bytes that are no UTF-8.',
      'Save it as UTF-8, and look at the letters in this line.',
    );
  }
  return { sheet, legible: true };
};
