import { expect, test } from 'vitest';
import { goneWords } from '#model/goneWords';

test('a withdrawn piece gives its reason as a sentence and says that the address stays empty', () => {
  expect(goneWords({ why: 'withdrawn', reason: 'The interview was recorded without consent' })).toEqual({
    kind: 'Withdrawn',
    title: 'We took this story down',
    text: 'The interview was recorded without consent. The address will not be used again.',
  });
});

test('an expired piece is not called withdrawn', () => {
  const { kind, text } = goneWords({ why: 'expired' });
  expect(kind).toBe('Expired');
  expect(text).not.toContain('again');
});

test('a piece without a reason, or with an empty one, is still explained', () => {
  expect(goneWords({ why: 'deleted' }).text).toMatch(/removed it\. The address/);
  expect(goneWords({ why: 'withdrawn', reason: '  ' }).text).toMatch(/^The newsroom gave no further reason\. /);
});
