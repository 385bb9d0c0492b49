/** Reads values by the shape that the definition gives them: one value, a list, a map of fields. */
import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Form } from '#model/documents/fields';
import type { MapShape, Shape } from '#archive/frontMatter/forms';
import { hasLongDashes, isCutProse, itemsIn } from '#archive/frontMatter/listParts';
import { keyText } from '#archive/frontMatter/lookAtTree';
import { isLeftEmpty, spanOf, writtenIn, type FieldReader } from '#archive/frontMatter/reader';
import { readForm, type FormValue } from '#archive/frontMatter/readForm';
import { refuseBuild, refuseForMap } from '#archive/frontMatter/refusals';
import { reportUnknown } from '#archive/frontMatter/unknownField';

/** A value as read: text, numbers, `true` and `false`, lists and maps of them. */
export type ReadValue = FormValue | readonly ReadValue[] | { readonly [name: string]: ReadValue };

/** A map of fields as read, and the required ones that are not in it. */
export type ReadMap = {
  readonly values: { readonly [name: string]: ReadValue };
  readonly missing: readonly string[];
  /** Fields that stand there, under their own name or a misspelt one, and could not be read. */
  readonly unread: ReadonlySet<string>;
};

type MapNode = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
type ListShape = Extract<Shape, { is: 'list' }>;

const dotted = (name: string, part: string | number): string => (name === '' ? String(part) : `${name}.${part}`);

/** Reads a value that was not left empty. `undefined` where there is a problem, which the sheet then has. */
const readShape = (reader: FieldReader, node: ParsedNode, field: string, shape: Shape): ReadValue | undefined => {
  switch (shape.is) {
    case 'value':
      return readValue(reader, node, field, shape.form);
    case 'list':
      return readList(reader, node, field, shape);
    case 'map':
      return readMapOrShort(reader, node, field, shape);
  }
};

const readValue = (reader: FieldReader, node: ParsedNode, field: string, form: Form): FormValue | undefined => {
  // `category: [counties]` means what it says; `headline: [Breaking]` would lose its brackets.
  const [only] = form.is !== 'words' && isSeq(node) && node.items.length === 1 ? node.items : [];
  const scalar = only ?? node;
  if (isScalar(scalar)) {
    const written = writtenIn(reader, scalar, field);
    return written.text === '' && form.is !== 'words' ? undefined : readForm(written, form);
  }
  // References of YAML have been named when the tree was looked through.
  if (isSeq(node) || isMap(node)) refuseBuild(reader, node, field, form);
  return undefined;
};

const readMapOrShort = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: Extract<Shape, { is: 'map' }>,
): ReadValue | undefined => {
  if (isMap(node)) {
    const { values, missing } = readMap(reader, node, field, shape.map);
    const { from } = spanOf(reader, node);
    for (const key of missing) reader.sheet.problem(from, dotted(field, key), 'is missing.', `Add a line:  ${key}: …`);
    return values;
  }
  if (!isScalar(node)) {
    if (isSeq(node)) refuseForMap(reader, node, field, shape);
    return undefined;
  }
  const whole = writtenIn(reader, node, field).text;
  if (shape.orTrue && (whole === 'true' || whole === 'false')) return whole === 'true' ? {} : undefined;
  const { shorthand } = shape;
  const short = shorthand === undefined ? undefined : shape.map.fields.get(shorthand);
  if (shorthand === undefined || !short) {
    refuseForMap(reader, node, field, shape);
    return undefined;
  }
  const value = readShape(reader, node, field, short.shape);
  return value === undefined ? undefined : { [shorthand]: value };
};

const place = (reader: FieldReader, field: string, at: number): void =>
  void reader.places.set(field, { key: at, value: at });

/** Reads a list; one value stands for a list of one, and one map likewise. */
export const readList = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: ListShape,
): readonly ReadValue[] | undefined => {
  const { of } = shape;
  const before = reader.sheet.problems.length;
  if (isSeq(node)) {
    if (of.is === 'value' && isCutProse(reader, node, field, of.form)) return undefined;
    const values = node.items.flatMap((item, nth): readonly ReadValue[] => {
      const name = dotted(field, nth);
      place(reader, name, spanOf(reader, item).from);
      const value = isLeftEmpty(item) ? undefined : readShape(reader, item, name, of);
      return value === undefined ? [] : [value];
    });
    // A list of which a part was refused is no shorter list: nothing follows from how many are left.
    return reader.sheet.problems.length > before ? undefined : rightCount(reader, node, field, shape, values);
  }
  if (of.is === 'value' && isScalar(node)) return readItems(reader, node, field, shape, of.form);
  if (of.is === 'value') {
    if (isMap(node)) refuseBuild(reader, node, field, of.form);
    return undefined;
  }
  const name = dotted(field, 0);
  place(reader, name, spanOf(reader, node).from);
  const value = readShape(reader, node, isScalar(node) ? field : name, of);
  return value === undefined ? undefined : [value];
};

/** A list written as one value: `amina-wafula, joseph-kiptoo`. */
const readItems = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: ListShape,
  form: Form,
): readonly ReadValue[] | undefined => {
  if (!isScalar(node)) return undefined;
  const written = writtenIn(reader, node, field);
  if (hasLongDashes(written)) return undefined;
  const items = itemsIn(written, form);
  const before = reader.sheet.problems.length;
  const values = items.flatMap((item, nth): readonly ReadValue[] => {
    const name = dotted(field, nth);
    place(reader, name, item.from);
    const value = readForm({ ...item, field: items.length > 1 ? name : field }, form);
    return value === undefined ? [] : [value];
  });
  return reader.sheet.problems.length > before ? undefined : rightCount(reader, node, field, shape, values);
};

const rightCount = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  { count }: ListShape,
  values: readonly ReadValue[],
): readonly ReadValue[] | undefined => {
  if (count === undefined || values.length === count) return values;
  const items = isSeq(node) ? node.items.length : values.length;
  const message = `has ${items === 1 ? 'one number' : `${items} numbers`}; it has ${count}.`;
  // A number that was refused is no news; a number too many or too few is.
  if (items !== count) reader.sheet.problem(spanOf(reader, node).from, field, message, 'Write it like [0.5, 0.3].');
  return undefined;
};

/** Reads the fields of a map by their definitions. Each field counts once: the first of its name. */
export const readMap = (reader: FieldReader, node: MapNode, name: string, map: MapShape): ReadMap => {
  const values: Record<string, ReadValue> = {};
  const unread = new Set<string>();
  let isCut = false;
  for (const pair of node.items) {
    const key = keyText(pair);
    const known = map.fields.get(key);
    if (!known) {
      const isRest = isCut && pair.value === null;
      const meant =
        key === '' || key === '<<' || isRest ? undefined : reportUnknown(reader, pair, dotted(name, key), map);
      if (meant !== undefined) unread.add(meant);
      isCut ||= pair.value === null;
      continue;
    }
    if (Object.hasOwn(values, key)) continue;
    const field = dotted(name, key);
    const { value } = pair;
    const keyAt = spanOf(reader, pair.key).from;
    reader.places.set(field, { key: keyAt, value: value ? spanOf(reader, value).from : keyAt });
    if (isLeftEmpty(value)) {
      reportEmpty(reader, field, keyAt);
      continue;
    }
    const read = readShape(reader, value, field, known.shape);
    if (read === undefined) unread.add(key);
    else if (!isEmpty(read, key)) values[key] = read;
  }
  const isMissing = (key: string): boolean => !unread.has(key) && !Object.hasOwn(values, key);
  const missing = map.required.filter(isMissing);
  return { values, missing, unread };
};

/** `draft:` without a value could mean either; every other field left empty is absent. */
const reportEmpty = (reader: FieldReader, field: string, at: number): void => {
  if (field === 'draft') reader.sheet.problem(at, field, 'is left empty; it is true or false.', 'Write:  draft: true');
};

/** `headline: ""` is no headline; `alt: ""` says that a picture is decorative. */
const isEmpty = (value: ReadValue, key: string): boolean =>
  (value === '' && key !== 'alt') || (Array.isArray(value) && value.length === 0);
