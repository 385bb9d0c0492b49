/** The definitions of `model/documents/` as the reader uses them: each field's form, its parts, and its neighbours' names. */
import type { DocumentType, NestedType } from 'contentlayer2/source-files/schema';
import type { Form, ReadField } from '#model/documents/fields';

/** How one value is read. */
export type Shape =
  | { readonly is: 'value'; readonly form: Form }
  | { readonly is: 'list'; readonly of: Shape; readonly count?: number }
  | { readonly is: 'map'; readonly map: MapShape; readonly shorthand?: string; readonly orTrue?: boolean };

/** How a map of fields is read. */
export type MapShape = {
  readonly fields: ReadonlyMap<string, { readonly shape: Shape; readonly required: boolean }>;
  /** Names of the required ones, in order. */
  readonly required: readonly string[];
};

const plainText: Form = { is: 'words' };

type Item = { readonly type: string; readonly form?: Form };

const mapShapes = new WeakMap<object, MapShape>();

const nestedShape = (nested: NestedType): MapShape => {
  const known = mapShapes.get(nested);
  if (known) return known;
  const made = shapeOfFields(nested.def().fields);
  mapShapes.set(nested, made);
  return made;
};

const isNested = (of: unknown): of is NestedType =>
  typeof of === 'object' && of !== null && 'type' in of && of.type === 'nested' && 'def' in of;

const shapeOf = (field: ReadField): Shape => {
  if (field.type === 'nested' && isNested(field.of)) {
    return {
      is: 'map',
      map: nestedShape(field.of),
      ...(field.shorthand !== undefined && { shorthand: field.shorthand }),
      ...(field.orTrue !== undefined && { orTrue: field.orTrue }),
    };
  }
  if (field.type === 'list') {
    const count = field.count !== undefined && { count: field.count };
    if (isNested(field.of)) return { is: 'list', of: { is: 'map', map: nestedShape(field.of) }, ...count };
    // contentlayer's type of list items has no room for a form; ours always carry one (`listOf`, `numbers`).
    const item = field.of as unknown as Item;
    return { is: 'list', of: { is: 'value', form: item.form ?? plainText }, ...count };
  }
  return { is: 'value', form: field.form ?? plainText };
};

const shapeOfFields = (fields: unknown): MapShape => {
  // Every definition of ours is a record of fields made in `model/documents/fields.ts`, never contentlayer's array form.
  const record = (fields ?? {}) as Readonly<Record<string, ReadField>>;
  const entries = Object.entries(record).map(
    ([name, field]) => [name, { shape: shapeOf(field), required: field.required === true }] as const,
  );
  return { fields: new Map(entries), required: entries.filter(([, { required }]) => required).map(([name]) => name) };
};

/** The shape of a kind of document, made once. */
export const shapeOfDocument = (document: DocumentType): MapShape => {
  const known = mapShapes.get(document);
  if (known) return known;
  const made = shapeOfFields(document.def().fields);
  mapShapes.set(document, made);
  return made;
};

/** Every field name in a shape, those of maps inside included: what tells a field from a sentence. */
export const fieldNamesIn = (shape: MapShape): ReadonlySet<string> => {
  const known = namesIn.get(shape);
  if (known) return known;
  const names = new Set<string>();
  for (const [name, { shape: inner }] of shape.fields) {
    names.add(name);
    const map = inner.is === 'list' ? inner.of : inner;
    if (map.is === 'map') for (const deeper of fieldNamesIn(map.map)) names.add(deeper);
  }
  namesIn.set(shape, names);
  return names;
};

const namesIn = new WeakMap<MapShape, ReadonlySet<string>>();
