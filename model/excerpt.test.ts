import { expect, test } from 'vitest';
import { excerptOf } from '#model/excerpt';

test('a text that fits is left as it is, on one line', () => {
  expect(excerptOf('One.\n\nTwo.', 20)).toBe('One. Two.');
});

test('a longer text ends with its last whole sentence', () => {
  expect(excerptOf('It was long. It was exact. Then it was over and done with.', 30)).toBe(
    'It was long. It was exact.',
  );
});

test('a point in a number or after an initial ends no sentence', () => {
  expect(excerptOf('The mile took R. Bannister 3 minutes 59.4 seconds on a windy evening.', 50)).toBe(
    'The mile took R. Bannister 3 minutes 59.4 seconds…',
  );
});

test('a sentence longer than the room ends at a word, without its comma', () => {
  expect(excerptOf('Wheat, rye, barley and a great deal of dust', 16)).toBe('Wheat, rye…');
});

test('a text without blanks, or of characters outside the basic plane, is cut between characters', () => {
  expect(excerptOf('𝒜'.repeat(10), 4)).toBe('𝒜𝒜𝒜𝒜…');
});
