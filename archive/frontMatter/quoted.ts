/** Words as YAML holds them safely. */

/** The words in quotes, in the plainest way that YAML reads back as exactly these words. */
export const inQuotes = (words: string): string => {
  if (!/["\\]/.test(words)) return `"${words}"`;
  if (!words.includes("'")) return `'${words}'`;
  return `"${words.replace(/[\\"]/g, '\\$&')}"`;
};

/** Pairs of marks that writers and their keyboards put round words. */
const pairs = new Map([
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['’', '’'],
  ['"', '"'],
  ["'", "'"],
]);

/** The words inside one pair of quotation marks round the whole; `undefined` where there is none. */
export const withoutMarks = (words: string): string | undefined => {
  const close = pairs.get(words.charAt(0));
  return close !== undefined && words.length > 1 && words.endsWith(close) ? words.slice(1, -1) : undefined;
};

/** Whether the whole stands in curly quotation marks, with none of their kind inside. */
export const isInCurlyMarks = (words: string): boolean =>
  /^“[^“”]*”$/.test(words) || /^”[^“”]*”$/.test(words) || /^„[^„“”]*“$/.test(words) || /^‘[^‘’]*’$/.test(words);

/** A stretch of several lines on one. By splitting: a pattern for blanks round line ends is slow on a long row of blanks. */
export const onOneLine = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
    : text.trim();
