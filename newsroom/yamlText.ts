/** Front matter from values: plain where plain is safe, in quotes where YAML or this paper's reader would read something else. */
import { stringify } from 'yaml';
import { withoutHiddenSigns } from '#archive/frontMatter/forbidden';

/** One value: words, sure text (a time, a name of a file, `true`), several of them, or fields of its own. */
export type FieldValue =
  | string
  | { readonly sure: string }
  | { readonly list: readonly string[] }
  | { readonly map: readonly (readonly [name: string, value: FieldValue])[] };

/** Fields in order; those without a value are left out. */
export type Fields = readonly (readonly [name: string, value: FieldValue | undefined])[];

// Begins with a letter, and holds nothing that YAML gives a meaning to: no colon, hash, quote, bracket.
const plain = /^\p{L}[\p{L}\p{M}\p{N} ,.()’–—-]*$/u;

// Control characters, forced directions, halves of signs: what front matter may not hold.
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]/gu;

/** Words on one line, in NFC, without what cannot be seen. */
export const oneLine = (words: string): string =>
  withoutHiddenSigns(words.replace(unwanted, '')).normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Words as a YAML value on one line. */
export const yamlWords = (words: string): string => {
  const quoted = !plain.test(words) || /(?: #|: |:$|,$)/.test(words);
  const text = stringify(words, { lineWidth: 0, ...(quoted && { defaultStringType: 'QUOTE_DOUBLE' as const }) });
  return text.trimEnd();
};

const yamlValue = (value: FieldValue): string => {
  if (typeof value === 'string') return yamlWords(value);
  if ('sure' in value) return value.sure;
  if ('list' in value)
    return `[${value.list.map((item) => (/^[\p{L}\p{M}\p{N}-]+$/u.test(item) ? item : JSON.stringify(item))).join(', ')}]`;
  return value.map.map(([name, inner]) => `\n  ${name}: ${yamlValue(inner)}`).join('');
};

/** The whole file: front matter between its fences, and an empty body. */
export const documentText = (fields: Fields): string => {
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = yamlValue(value);
    return [text.startsWith('\n') ? `${name}:${text}` : `${name}: ${text}`];
  });
  return `---\n${lines.join('\n')}\n---\n\n`;
};
