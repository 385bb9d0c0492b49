import { expect, test } from 'vitest';
import { letterToEditor, shareLinks } from '#model/share';

const url = 'https://courier.example/2026/10/12/cat';

test('WhatsApp stands first and carries headline and address', () => {
  const [first] = shareLinks('Cats & dogs: 50%', url);
  expect(first?.name).toBe('WhatsApp');
  expect(new URL(first?.href ?? '').searchParams.get('text')).toBe(`Cats & dogs: 50% ${url}`);
});

test('a headline never breaks out of a link, whatever stands in it', () => {
  for (const { href } of shareLinks('a&url=https://evil.example#x\r\nBcc: all', url)) {
    expect(href).not.toMatch(/[\r\n]|evil\.example#|&url=https:\/\/evil/);
  }
});

test('a letter to the editor has the headline as its subject', () => {
  expect(letterToEditor('editor@example.org', 'The cat, again', url)).toBe(
    `mailto:editor@example.org?subject=The%20cat%2C%20again&body=${encodeURIComponent(`${url}\r\n\r\n`)}`,
  );
});
