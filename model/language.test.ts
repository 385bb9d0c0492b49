import { expect, test } from 'vitest';
import { directionOf, directionOfWords } from '#model/language';

test('Arabic, Urdu, Hebrew, Persian and N’Ko run from the right', () => {
  expect(['ar', 'ur', 'he-IL', 'fa', 'nqo', 'ku-Arab'].map(directionOf)).toEqual(Array(6).fill('rtl'));
});

test('English, Swahili, Somali and Kurdish in Latin letters run from the left', () => {
  expect(['en-KE', 'sw', 'so', 'ku'].map(directionOf)).toEqual(Array(4).fill('ltr'));
});

test('what is no language tag runs from the left', () => {
  expect(directionOf('not a language')).toBe('ltr');
});

test('a text runs as its first letter does', () => {
  expect(['ليس الخبر', '“שלום”', 'Being told ليس', '1887', ''].map(directionOfWords)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ]);
});
