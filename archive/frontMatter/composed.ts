/** Letters with accents in one piece (NFC), as texts are compared. */
import type { Mend } from '#archive/reading';

/** A letter outside ASCII, or one with a loose accent. */
const candidates = /[^\u0000-\u007f]|[^\p{M}\p{Z}\p{C}]\p{M}/u;
/** A letter with its loose accents, or a run of letters outside ASCII. */
const clusters = /[\u0021-\u007e]?\p{M}[^\u0000-\u007f]*|[^\u0000-\u007f]+/gu;

/** The mends that bring a text into NFC: the same letters, written the usual way. */
export const composedMends = (text: string): readonly Mend[] => {
  if (!candidates.test(text) || text.normalize('NFC') === text) return [];
  return [...text.matchAll(clusters)].flatMap(({ index, 0: cluster }): Mend[] => {
    const composed = cluster.normalize('NFC');
    return composed === cluster
      ? []
      : [{ from: index, to: index + cluster.length, text: composed, why: 'accented letters are in one piece (NFC)' }];
  });
};
