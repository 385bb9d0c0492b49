/** Signs that may not stand in front matter, whichever field they are in: control characters, forced directions, halves. */
import { nameOfForbidden } from '#archive/body/limits';
import type { Sheet } from '#archive/frontMatter/sheet';

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/gu;

/** Most of them that are named one by one. */
const mostNamed = 20;

/** Names the forbidden signs between two offsets, at their lines. */
export const checkForbidden = (sheet: Sheet, from: number, to: number): void => {
  let named = 0;
  for (const { index, 0: sign } of sheet.text.slice(from, to).matchAll(forbidden)) {
    if ((named += 1) > mostNamed) return;
    const what = nameOfForbidden(sign.charCodeAt(0));
    const message = `holds ${what.charAt(0).toLowerCase()}${what.slice(1)}.`;
    sheet.problem(from + index, 'front matter', message, 'Delete it.');
  }
};

/** The first forbidden sign of a value, which an escape in quotes may have made; its name. */
export const forbiddenSignIn = (value: string): string | undefined => {
  forbidden.lastIndex = 0;
  const sign = forbidden.exec(value)?.[0];
  forbidden.lastIndex = 0;
  return sign === undefined ? undefined : nameOfForbidden(sign.charCodeAt(0));
};

/**
 * Zero-width signs; joiners are allowed between letters (Persian, Hindi need them) and in emoji (🏳️‍🌈), marks of direction
 * where a text that runs to the left needs them.
 */
const hidden =
  /[\u200b\u2060-\u2064\ufeff\u180e]|(?<![\p{L}\p{M}])\u200c|\u200c(?![\p{L}\p{M}])|(?<![\p{L}\p{M}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?![\p{L}\p{M}\p{Extended_Pictographic}])/u;

/** The code of the first zero-width sign that has no business in a line of words. */
export const hiddenSignIn = (value: string): { readonly at: number; readonly code: string } | undefined => {
  const match = hidden.exec(value);
  if (!match) return undefined;
  return { at: match.index, code: `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
};

/** The same words without those signs. */
export const withoutHiddenSigns = (value: string): string => value.replace(new RegExp(hidden, 'gu'), '');
