/** Reads the fields of a document by their definitions: maps, lists, single values, and what stands where none should. */
import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Form } from '#model/documents/fields';
import { nearest } from '#model/nearest';
import { keyText } from '#archive/frontMatter/lookAtTree';
import type { MapShape, Shape } from '#archive/frontMatter/forms';
import { inQuotes } from '#archive/frontMatter/quoted';
import { isLeftEmpty, spanOf, writtenIn, type FieldReader, type Written } from '#archive/frontMatter/reader';
import { readForm, type FormValue } from '#archive/frontMatter/readForm';

/** A value as read: text, numbers, `true` and `false`, lists and maps of them. */
export type ReadValue = FormValue | readonly ReadValue[] | { readonly [name: string]: ReadValue };

type MapNode = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;
type SeqNode = YAMLSeq.Parsed<ParsedNode>;

const dotted = (name: string, part: string | number): string => (name === '' ? String(part) : `${name}.${part}`);

const isProse = (form: Form): boolean => form.is === 'words';

/** The stretch of the file that a node covers, as typed. */
const typed = (reader: FieldReader, node: ParsedNode): string =>
  reader.parsed.source.slice(node.range[0], node.range[1]).trim();

/** A list or map where one value belongs: most often words that YAML took for its own signs. */
const refuseNode = (reader: FieldReader, node: ParsedNode, field: string, form: Form): void => {
  const { from, to } = spanOf(reader, node);
  const text = typed(reader, node).replace(/\s*\n\s*/g, ' ');
  const what = isSeq(node) ? 'a list' : 'a field of its own';
  const inWords = isProse(form) && text.length < 1000;
  const message =
    isMap(node) && !node.flow
      ? 'holds a colon and a blank, which begin a new field.'
      : `is read as ${what}; it is one value.`;
  reader.sheet.problem(
    from,
    field,
    message,
    inWords ? { from, to, text: inQuotes(text) } : 'Write one value on the line.',
  );
};

const readValue = (reader: FieldReader, node: ParsedNode, field: string, form: Form): FormValue | undefined => {
  if (isScalar(node)) {
    const written = writtenIn(reader, node, field);
    return written.text === '' && form.is !== 'words' ? undefined : readForm(written, form);
  }
  // Aliases have been named when the tree was looked through.
  if (isSeq(node) && node.items.length === 1 && node.items[0] && isScalar(node.items[0])) {
    return readForm(writtenIn(reader, node.items[0], field), form);
  }
  if (isSeq(node) || isMap(node)) refuseNode(reader, node, field, form);
  return undefined;
};

/** `amina-wafula, joseph-kiptoo`: the parts of a list that was written as one value, each with its own place. */
const splitAtCommas = (written: Written): readonly Written[] => {
  const source = written.reader.sheet.text.slice(written.from, written.to);
  const parts: Written[] = [];
  let from = 0;
  for (const part of source.split(',')) {
    const start = from + (part.length - part.trimStart().length);
    const text = part.trim().normalize('NFC');
    if (text !== '')
      parts.push({ ...written, text, from: written.from + start, to: written.from + start + part.trim().length });
    from += part.length + 1;
  }
  return parts;
};

const readOneAsList = (reader: FieldReader, written: Written, of: Shape): readonly ReadValue[] => {
  if (of.is !== 'value') return [];
  const commas =
    written.style === 'plain' && !(of.form.is === 'words' && of.form.prose === true) && !written.text.includes('\n');
  const dash = /^[\u2010-\u2015\u2212][ \u00a0]/.exec(written.text);
  if (dash) {
    const fix = 'Begin each line of the list with a hyphen and a blank.';
    reader.sheet.problem(written.from, written.field, 'has long dashes for its list; lists have hyphens.', fix);
    mendDashes(reader, written);
    return [];
  }
  const parts = commas && written.text.includes(',') ? splitAtCommas(written) : [written];
  parts.forEach((part, nth) => place(reader, dotted(written.field, nth), part.from, part.from));
  return parts
    .map((part, nth) =>
      readForm({ ...part, field: parts.length > 1 ? dotted(written.field, nth) : written.field }, of.form),
    )
    .filter((value) => value !== undefined);
};

const mendDashes = (reader: FieldReader, { from, to }: Written): void => {
  for (const match of reader.sheet.text.slice(from, to).matchAll(/(^|\n[ \t]*)([\u2010-\u2015\u2212])(?=[ \u00a0])/g)) {
    const at = from + match.index + (match[1]?.length ?? 0);
    reader.sheet.mend({ from: at, to: at + 1, text: '-', why: 'list dashes are hyphens' });
  }
};

const place = (reader: FieldReader, field: string, key: number, value: number): void =>
  void reader.places.set(field, { key, value });

/** Sentences in `[…]` that YAML cuts at their commas. */
const checkCutProse = (reader: FieldReader, node: SeqNode, field: string, of: Shape): boolean => {
  if (of.is !== 'value' || of.form.is !== 'words' || of.form.prose !== true || !node.flow || node.items.length < 2)
    return false;
  const cut = node.items.some((item, nth) => {
    const next = node.items[nth + 1];
    if (!isScalar(item) || item.type !== 'PLAIN' || !next) return false;
    return !/[.!?…][”’"')]*$/.test(String(item.value)) || (isScalar(next) && /^\p{Ll}/u.test(String(next.value)));
  });
  if (!cut) return false;
  const { from, to } = spanOf(reader, node);
  const words = typed(reader, node)
    .replace(/^\[\s*|\s*\]$/g, '')
    .replace(/\s*\n\s*/g, ' ');
  reader.sheet.problem(from, field, 'is cut at the commas of its sentences.', {
    from,
    to,
    text: `[${inQuotes(words)}]`,
  });
  return true;
};

const readList = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: Extract<Shape, { is: 'list' }>,
): readonly ReadValue[] | undefined => {
  const { of } = shape;
  const values: ReadValue[] = [];
  if (isSeq(node)) {
    if (checkCutProse(reader, node, field, of)) return undefined;
    node.items.forEach((item, nth) => {
      const name = dotted(field, nth);
      const { from } = spanOf(reader, item);
      place(reader, name, from, from);
      if (isScalar(item) && isLeftEmpty(item, writtenIn(reader, item, name))) return;
      const value = readShape(reader, item, name, of);
      if (value !== undefined) values.push(value);
    });
  } else if (isScalar(node)) {
    const written = writtenIn(reader, node, field);
    if (of.is === 'map') return readMapsFrom(reader, node, field, of);
    values.push(...readOneAsList(reader, written, of));
  } else if (of.is === 'map') {
    place(reader, dotted(field, 0), spanOf(reader, node).from, spanOf(reader, node).from);
    const value = readShape(reader, node, dotted(field, 0), of);
    if (value !== undefined) values.push(value);
  } else if (of.is === 'value') refuseNode(reader, node, field, of.form);
  return rightCount(reader, node, field, shape, values) ? values : undefined;
};

const readMapsFrom = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  of: Extract<Shape, { is: 'map' }>,
): undefined => {
  refuseForMap(reader, node, field, of);
  return undefined;
};

const rightCount = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  { count }: { readonly count?: number },
  values: readonly ReadValue[],
): boolean => {
  if (count === undefined || values.length === count) return true;
  const { from } = spanOf(reader, node);
  const items = isSeq(node) ? node.items.length : values.length;
  // A number that was refused is no news; a number too many or too few is.
  if (items !== count)
    reader.sheet.problem(from, field, `has ${items} numbers; it has ${count}.`, 'Write it like [0.5, 0.3].');
  return false;
};

/** One value where a map belongs: shows the map. */
const refuseForMap = (
  reader: FieldReader,
  node: ParsedNode,
  field: string,
  shape: Extract<Shape, { is: 'map' }>,
): void => {
  const { from, to } = spanOf(reader, node);
  const needed = [...shape.map.fields].filter(([, { required }]) => required).map(([name]) => name);
  const [first = [...shape.map.fields.keys()][0] ?? ''] = needed;
  const others = needed.slice(1).map((name) => `, ${name}: …`);
  const words = typed(reader, node)
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, 200);
  const value = /^(?:"[^"]*"|'[^']*')$/.test(words) ? words : inQuotes(words);
  reader.sheet.problem(from, field, `is one value; it has ${needed.join(' and ')}.`, {
    from,
    to,
    text: `{ ${first}: ${value}${others.join('')} }`,
  });
};

const readShape = (reader: FieldReader, node: ParsedNode, field: string, shape: Shape): ReadValue | undefined => {
  switch (shape.is) {
    case 'value':
      return readValue(reader, node, field, shape.form);
    case 'list':
      return readList(reader, node, field, shape);
    case 'map': {
      if (isMap(node)) return readMap(reader, node, field, shape.map);
      if (shape.orTrue && isScalar(node) && (node.value === 'true' || node.value === 'false')) {
        return node.value === 'true' ? {} : undefined;
      }
      const short = shape.shorthand === undefined ? undefined : shape.map.fields.get(shape.shorthand);
      if (short && shape.shorthand !== undefined && isScalar(node)) {
        const value = readShape(reader, node, field, short.shape);
        return value === undefined ? undefined : { [shape.shorthand]: value };
      }
      if (isScalar(node) || isSeq(node)) refuseForMap(reader, node, field, shape);
      return undefined;
    }
  }
};

/** What people who learnt elsewhere call our fields. */
const otherNames: Readonly<Record<string, string>> = {
  title: 'headline',
  dek: 'standfirst',
  subtitle: 'standfirst',
  description: 'standfirst',
  excerpt: 'standfirst',
  lede: 'standfirst',
  author: 'authors',
  byline: 'authors',
  date: 'publishedAt',
  published: 'publishedAt',
  pubdate: 'publishedAt',
  updated: 'updatedAt',
  modified: 'updatedAt',
  expires: 'expiresAt',
  section: 'category',
  image: 'leadImage',
  photo: 'leadImage',
  cover: 'leadImage',
  video: 'leadVideo',
  language: 'lang',
  slug: 'aliases',
  redirects: 'aliases',
  label: 'kind',
  type: 'kind',
  keywords: 'tags',
  topics: 'tags',
  location: 'place',
  dateline: 'place',
  license: 'licence',
  licenseurl: 'licenceUrl',
  alttext: 'alt',
  bio: 'role',
  name: 'title',
  position: 'order',
  time: 'at',
};

const reportUnknown = (
  reader: FieldReader,
  pair: Pair<ParsedNode, ParsedNode | null>,
  field: string,
  key: string,
  map: MapShape,
): void => {
  const { from, to } = spanOf(reader, pair.key);
  const other = otherNames[key.toLowerCase()];
  const meant = nearest(key, map.fields.keys()) ?? (other !== undefined && map.fields.has(other) ? other : undefined);
  if (meant !== undefined) reader.excused.add(field.slice(0, field.length - key.length) + meant);
  const { sheet } = reader;
  if (pair.value === null && isScalar(pair.key)) {
    sheet.problem(from, field, 'is cut off at a comma, or is no field.', 'Put words that hold a comma in quotes.');
  } else if (meant === undefined)
    sheet.problem(
      from,
      field,
      'is no field here.',
      `Take it out; the fields are ${[...map.fields.keys()].slice(0, 40).join(', ')}.`,
    );
  else sheet.problem(from, field, `is no field; the nearest is ${meant}.`, { from, to, text: meant });
};

/** Words after a comma in `{ … }` that YAML takes for another field. */
const readMap = (
  reader: FieldReader,
  node: MapNode,
  name: string,
  map: MapShape,
): { readonly [name: string]: ReadValue } | undefined => {
  const values: Record<string, ReadValue> = {};
  const present = new Set<string>();
  let cut = false;
  for (const pair of node.items) {
    const key = keyText(pair);
    const field = dotted(name, key);
    const known = Object.hasOwn(values, key) ? undefined : map.fields.get(key);
    if (!map.fields.has(key)) {
      if (key !== '' && !(cut && pair.value === null)) reportUnknown(reader, pair, field, key, map);
      cut ||= pair.value === null;
      continue;
    }
    if (!known || present.has(key)) continue;
    const keyAt = spanOf(reader, pair.key).from;
    const { value } = pair;
    place(reader, field, keyAt, value ? spanOf(reader, value).from : keyAt);
    if (!value || (isScalar(value) && isLeftEmpty(value, writtenIn(reader, value, field)))) {
      reportEmpty(reader, field, keyAt, known.shape);
      continue;
    }
    present.add(key);
    const read = readShape(reader, value, field, known.shape);
    if (read !== undefined && !isEmptyOptional(read, key)) values[key] = read;
    else if (read !== undefined) present.delete(key);
  }
  reportMissing(reader, node, name, map, present);
  return values;
};

/** `draft:` without a value could mean either; every other field left empty is absent. */
const reportEmpty = (reader: FieldReader, field: string, at: number, shape: Shape): void => {
  if (field !== 'draft' || shape.is !== 'value') return;
  reader.sheet.problem(at, field, 'is left empty; it is true or false.', 'Write:  draft: true');
};

/** `headline: ""` is no headline; `alt: ""` says something. */
const isEmptyOptional = (value: ReadValue, key: string): boolean =>
  (value === '' && key !== 'alt') || (Array.isArray(value) && value.length === 0);

const reportMissing = (
  reader: FieldReader,
  node: MapNode,
  name: string,
  map: MapShape,
  present: ReadonlySet<string>,
): void => {
  for (const [key, { required }] of map.fields) {
    const field = dotted(name, key);
    if (!required || present.has(key) || reader.excused.has(field)) continue;
    // The fields of the whole document are reported where the document ends, by the caller.
    if (name === '') reader.excused.add(`missing ${key}`);
    else reader.sheet.problem(spanOf(reader, node).from, field, 'is missing.', `Add a line:  ${key}: …`);
  }
};

/** Reads all fields of a document. Required ones that are missing are answered, for the caller knows where to say so. */
export const readFields = (
  reader: FieldReader,
  map: MapShape,
): { readonly values: { readonly [name: string]: ReadValue }; readonly missing: readonly string[] } => {
  const { root } = reader.parsed;
  const required = [...map.fields].filter(([, field]) => field.required).map(([key]) => key);
  if (!root || (isScalar(root) && String(root.value ?? '').trim() === '')) return { values: {}, missing: required };
  if (!isMap(root)) {
    const { from } = spanOf(reader, root);
    reader.sheet.problem(
      from,
      'front matter',
      'holds no fields.',
      'Write one field to a line, its name, a colon, a blank and the value.',
    );
    return { values: {}, missing: [] };
  }
  const values = readMap(reader, root, '', map) ?? {};
  return { values, missing: required.filter((key) => reader.excused.has(`missing ${key}`)) };
};

/** Reads a file that is a list of maps from its first line (`gone.yaml`). */
export const readLines = (reader: FieldReader, shape: Extract<Shape, { is: 'list' }>): readonly ReadValue[] => {
  const { root } = reader.parsed;
  if (!root || (isScalar(root) && String(root.value ?? '').trim() === '')) return [];
  return readList(reader, root, '', shape) ?? [];
};
