/** Reads the fields of a whole document. */
import { isMap, isScalar, type ParsedNode } from 'yaml';
import type { MapShape, Shape } from '#archive/frontMatter/forms';
import { spanOf, type FieldReader } from '#archive/frontMatter/reader';
import { readList, readMap, type ReadMap, type ReadValue } from '#archive/frontMatter/readShape';

const isNothing = (root: ParsedNode | null): root is null =>
  root === null || (isScalar(root) && String(root.value ?? '').trim() === '');

/** Reads all fields of a document. Required ones that are missing are answered: the caller knows where to say so. */
export const readFields = (reader: FieldReader, map: MapShape): ReadMap => {
  const { root } = reader.parsed;
  const { required } = map;
  if (isNothing(root)) return { values: {}, missing: required, unread: new Set() };
  if (isMap(root)) return readMap(reader, root, '', map);
  const fix = 'Write one field to a line: its name, a colon, a blank and the value.';
  reader.sheet.problem(spanOf(reader, root).from, 'front matter', 'holds no fields.', fix);
  return { values: {}, missing: [], unread: new Set(required) };
};

/** Reads a file that is a list from its first line (`gone.yaml`). */
export const readLines = (reader: FieldReader, shape: Extract<Shape, { is: 'list' }>): readonly ReadValue[] => {
  const { root } = reader.parsed;
  return isNothing(root) ? [] : (readList(reader, root, '', shape) ?? []);
};
