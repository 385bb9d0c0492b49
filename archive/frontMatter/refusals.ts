/** Refuses values of the wrong build: a list or map for one value, one value for a map. */
import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { Form } from '#model/documents/fields';
import type { Shape } from '#archive/frontMatter/forms';
import { inQuotes, onOneLine } from '#archive/frontMatter/quoted';
import { spanOf, type FieldReader } from '#archive/frontMatter/reader';

/** Longest words that are shown in quotes, in UTF-16 units. */
const longestShown = 1000;

/** The stretch of the file that a node covers, as typed, on one line. */
export const typedIn = (reader: FieldReader, node: ParsedNode): string =>
  onOneLine(reader.parsed.source.slice(node.range[0], node.range[1]));

/** A list or map where one value belongs: most often words that YAML took for its own signs. */
export const refuseBuild = (reader: FieldReader, node: ParsedNode, field: string, form: Form): void => {
  const { from, to } = spanOf(reader, node);
  const text = typedIn(reader, node);
  const isColon = isMap(node) && !node.flow;
  const what = isSeq(node) ? 'a list' : 'fields of its own';
  const message = isColon
    ? 'holds a colon and a blank, which begin a new field.'
    : `is read as ${what}; it is one value.`;
  const areWords = form.is === 'words' && text.length <= longestShown;
  const fix = areWords ? { from, to, text: inQuotes(text) } : 'Write one value on the line.';
  reader.sheet.problem(from, field, message, fix);
};

/** The field of a map for which a lone value was meant: a moment for a moment, words for words. */
const meantField = ({ map }: Extract<Shape, { is: 'map' }>, words: string): string => {
  const names = map.required.length > 0 ? map.required : [...map.fields.keys()];
  const isMoment = /^\d{4}-\d\d?-\d\d?/.test(words);
  const takes = (name: string): boolean => {
    const shape = map.fields.get(name)?.shape;
    return shape?.is === 'value' && (shape.form.is === 'moment') === isMoment;
  };
  return names.find(takes) ?? names[0] ?? '';
};

/** One value where a map belongs: shows the map. */
export const refuseForMap = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: Extract<Shape, { is: 'map' }>,
): void => {
  const { from, to } = spanOf(reader, node);
  const needed = shape.map.required;
  const words = typedIn(reader, node).slice(0, longestShown);
  const meant = meantField(shape, words);
  const value = /^(?:"[^"]*"|'[^']*'|[\w./-]+)$/.test(words) ? words : inQuotes(words);
  const message = `is one value; it has ${needed.length > 0 ? needed.join(' and ') : meant}.`;
  const parts = (needed.length > 0 ? needed : [meant]).map((name) => `${name}: ${name === meant ? value : '…'}`);
  reader.sheet.problem(from, field, message, { from, to, text: `{ ${parts.join(', ')} }` });
};
