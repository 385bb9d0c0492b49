/** Puts the writer's own signs back where they were hidden from the parser. */
import type { Text } from 'hast';
import { lastAtOrBefore } from '#archive/body/lines';
import { endOf, offsetOf, type Reader } from '#archive/body/reader';

/** A string of the parsed tree that is no text (an attribute, an address, code) with its signs put back. */
export const restored = (value: string, reader: Reader): string => {
  const { brace, angle, hush } = reader.hidden.marks;
  const raw = value.replaceAll(brace, '{').replaceAll(angle, '<').replaceAll(hush, '').replaceAll('\r', '');
  if (!raw.includes('%E2%B8')) return raw;
  return raw
    .replaceAll(encodeURIComponent(brace), '%7B')
    .replaceAll(encodeURIComponent(angle), '%3C')
    .replaceAll(encodeURIComponent(hush), '');
};

/** Code with its signs put back, values of attributes in it included. */
export const restoredCode = (value: string, from: number, to: number, reader: Reader): string => {
  const inside = reader.hidden.code.filter((code) => code.from >= from && code.to <= to);
  let [text, at] = ['', 0];
  for (const code of inside) {
    const shown = `{0${' '.repeat(code.to - code.from - 3)}}`;
    const found = value.indexOf(shown, at);
    if (found < 0) continue;
    text += value.slice(at, found) + reader.source.slice(code.from, code.to);
    at = found + shown.length;
  }
  return restored(text + value.slice(at), reader);
};

/** Offsets in the editor's text of the hidden signs in a text node, in order. */
export const signsIn = (node: Text, reader: Reader): readonly number[] => {
  const { brace, angle } = reader.hidden.marks;
  if (!node.value.includes(brace) && !node.value.includes(angle)) return [];
  const { offsets } = reader.hidden;
  const [from, to] = [offsetOf(node, reader), endOf(node, reader)];
  const found: number[] = [];
  for (let i = lastAtOrBefore(offsets, from); i < offsets.length; i += 1) {
    const offset = offsets[i];
    if (offset === undefined || offset >= to) break;
    if (offset >= from) found.push(offset);
  }
  return found;
};
