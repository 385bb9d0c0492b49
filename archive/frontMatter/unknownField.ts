/** A field that no definition has: the name that was meant, and what people who learnt elsewhere call ours. */
import { isScalar, type Pair, type ParsedNode } from 'yaml';
import { nearest } from '#model/nearest';
import type { MapShape } from '#archive/frontMatter/forms';
import { spanOf, type FieldReader } from '#archive/frontMatter/reader';

const otherNames = new Map([
  ...['dek', 'subtitle', 'description', 'excerpt', 'lede'].map((name) => [name, 'standfirst'] as const),
  ...['date', 'published', 'pubdate'].map((name) => [name, 'publishedAt'] as const),
  ...['updated', 'modified', 'lastmod'].map((name) => [name, 'updatedAt'] as const),
  ...['image', 'photo', 'cover', 'thumbnail'].map((name) => [name, 'leadImage'] as const),
  ...['keywords', 'topics'].map((name) => [name, 'tags'] as const),
  ...['location', 'dateline'].map((name) => [name, 'place'] as const),
  ...['redirects', 'redirect_from'].map((name) => [name, 'aliases'] as const),
  ...([
    ['title', 'headline'],
    ['author', 'authors'],
    ['byline', 'authors'],
    ['expires', 'expiresAt'],
    ['section', 'category'],
    ['video', 'leadVideo'],
    ['language', 'lang'],
    ['label', 'kind'],
    ['type', 'kind'],
    ['license', 'licence'],
    ['photographer', 'credit'],
    ['position', 'order'],
    ['time', 'at'],
  ] as const),
]);

/** Most names listed where none is near. */
const mostListed = 12;

/** Reports a field that is none. Answers the name that was meant, so that it is not called missing as well. */
export const reportUnknown = (
  reader: FieldReader,
  pair: Pair<ParsedNode, ParsedNode | null>,
  field: string,
  map: MapShape,
): string | undefined => {
  const { sheet } = reader;
  const { from, to } = spanOf(reader, pair.key);
  if (pair.value === null && isScalar(pair.key)) {
    sheet.problem(from, field, 'is cut off at a comma, or is no field.', 'Put words that hold a comma in quotes.');
    return undefined;
  }
  const key = field.slice(field.lastIndexOf('.') + 1);
  const other = otherNames.get(key.toLowerCase());
  const meant = nearest(key, map.fields.keys()) ?? (other !== undefined && map.fields.has(other) ? other : undefined);
  if (meant !== undefined) {
    sheet.problem(from, field, `is no field; the nearest is ${meant}.`, { from, to, text: meant });
    return meant;
  }
  const names = [...map.fields.keys()];
  const listed = names.length > mostListed ? '' : `; the fields are ${names.join(', ')}`;
  sheet.problem(from, field, 'is no field here.', `Take it out${listed}.`);
  return undefined;
};
