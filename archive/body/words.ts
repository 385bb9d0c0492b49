/** Counts words without a dictionary: quick, and right for scripts that put blanks between them. */

const isHanOrKana = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);

/** Ranges between U+0080 and U+FFFF that part words: punctuation, signs, arrows, boxes, private use. */
const parting: readonly (readonly [number, number])[] = [
  [0x80, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x60c, 0x60c],
  [0x61b, 0x61f],
  [0x6d4, 0x6d4],
  [0x2000, 0x200b],
  [0x200e, 0x206f],
  [0x20a0, 0x20cf],
  [0x2190, 0x2bff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xe000, 0xf8ff],
  [0xfe10, 0xfe6f],
  [0xfeff, 0xff0f],
  [0xff1a, 0xff20],
];

/** Letters, digits and marks of any script. Emoji (their first half) are none. */
const isWordUnit = (unit: number): boolean => {
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  }
  if (unit >= 0xd83c && unit <= 0xd83e) return false;
  return !parting.some(([from, to]) => unit >= from && unit <= to);
};

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Joins two halves of one word: ng'ombe, ng’ombe, well-known, 83.5, 25,000. */
const joins = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019 || unit === 0x2d || unit === 0x2011 || unit === 0x2e || unit === 0x2c;

/**
 * Number of words. Words are what blanks and punctuation part; an apostrophe, hyphen, point or comma between letters or
 * digits parts nothing. Chinese and Japanese have no blanks: two of their characters count as one word, which is about
 * what they take to read.
 */
export const countWords = (text: string): number => {
  let [words, characters, inWord] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a pair goes with its first.
    if (isSecondHalf(unit)) continue;
    if (isHanOrKana(unit)) {
      characters += 1;
      inWord = false;
    } else if (isWordUnit(unit)) {
      if (!inWord) words += 1;
      inWord = true;
    } else if (!(inWord && joins(unit) && at + 1 < text.length && isWordUnit(text.charCodeAt(at + 1)))) inWord = false;
  }
  return words + Math.ceil(characters / 2);
};
