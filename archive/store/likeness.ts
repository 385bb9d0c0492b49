/** How much two texts have in common, from small sketches: enough to know an article that was renamed and edited at once. */
import { createHash } from 'node:crypto';

/** Words in a row that count as one thing in common. */
const row = 3;
/** Smallest hashes kept of a text: the share of common ones differs from the truth by some 6 points in a hundred. */
const kept = 64;
/** Share in common from which two texts are versions of one: half of an article may be rewritten. */
const enough = 0.5;
/** A text of fewer rows says too little. */
const fewest = 12;

const hashOfWords = (words: string): string => createHash('sha1').update(words).digest('base64url').slice(0, 8);

/** A text in at most 64 short hashes of its rows of words, in order; empty where it is too short to be known again. */
export const sketchOf = (text: string): string => {
  const words = text.toLocaleLowerCase('und').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const rows = new Set<string>();
  for (let at = 0; at + row <= words.length; at += 1) rows.add(words.slice(at, at + row).join(' '));
  if (rows.size < fewest) return '';
  return [...rows].map(hashOfWords).sort().slice(0, kept).join(' ');
};

/** Share of rows of words that two texts have in common, estimated from their sketches; 0 where one says too little. */
export const likeness = (a: string, b: string): number => {
  if (a === '' || b === '') return 0;
  const [ofA, ofB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  // The smallest hashes of both texts together are a fair sample of all their rows.
  const sample = [...new Set([...ofA, ...ofB])].sort().slice(0, kept);
  return sample.filter((hash) => ofA.has(hash) && ofB.has(hash)).length / sample.length;
};

/** Whether two texts are versions of one. */
export const areAlike = (a: string, b: string): boolean => likeness(a, b) >= enough;
