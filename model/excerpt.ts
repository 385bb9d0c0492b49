/** The beginning of a text where there is no room for all of it. */

/** Whole sentences up to `most` code points; where the first is longer, whole words and an ellipsis. */
export const excerptOf = (text: string, most: number): string => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if ([...plain].length <= most) return plain;
  const cut = [...plain].slice(0, most).join('');
  // A full stop inside "3.9" or "J. K." ends no sentence: it is followed by no blank, or stands after a single capital.
  const ends = [...cut.matchAll(/(?<!\b\p{Lu})[.!?…]["’”)]?(?= )/gu)];
  const last = ends.at(-1);
  if (last && last.index > most / 2) return cut.slice(0, last.index + last[0].length);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut;
  return `${words.replace(/[,;:–—-]+$/u, '')}…`;
};
