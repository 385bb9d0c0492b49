import { expect, test } from 'vitest';
import { formatStories, formatStoriesOnDays } from '#model/counts';

test('one story is not stories, and thousands have their comma', () => {
  expect(formatStories(1, 'en-KE')).toBe('1 story');
  expect(formatStories(1204, 'en-KE')).toBe('1,204 stories');
});

test('days are counted where there are several', () => {
  expect(formatStoriesOnDays(45, 15, 'en-KE')).toBe('45 stories on 15 days');
  expect(formatStoriesOnDays(3, 1, 'en-KE')).toBe('3 stories');
});
