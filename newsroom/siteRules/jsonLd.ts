/** Structured data of a page, whatever way it is written: lists, `@graph`, references by `@id`. */

/** One thing that structured data speaks of. */
export type Thing = Readonly<Record<string, unknown>>;

/** One block as it stands in the page. `things` is empty and `fault` set where it is no JSON. */
export type Block = {
  readonly text: string;
  readonly inHead: boolean;
  readonly things: readonly Thing[];
  readonly fault?: string;
};

/** Whether a value is an object of JSON. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One or many values as a list. */
export const many = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** A value as text: its own, or its `@id` or `url`; empty where there is none. */
export const textOf = (value: unknown): string => {
  const [first] = many(value);
  if (typeof first === 'string') return first;
  if (typeof first === 'number' || typeof first === 'boolean') return String(first);
  return isThing(first) ? textOf(first['@id'] ?? first.url ?? first['@value']) : '';
};

/** The types of a thing without schema.org's address before them. */
export const typesOf = (thing: Thing): readonly string[] =>
  many(thing['@type']).map((type) => String(type).replace(/^(https?:\/\/schema\.org\/|schema:)/, ''));

/** Whether a thing is one of these types. */
export const isA = (thing: Thing, ...types: readonly string[]): boolean =>
  typesOf(thing).some((type) => types.includes(type));

const flattened = (value: unknown): readonly Thing[] => {
  if (Array.isArray(value)) return value.flatMap(flattened);
  if (!isThing(value)) return [];
  return Array.isArray(value['@graph']) ? flattened(value['@graph']) : [value];
};

/** Reads a block. */
export const readBlock = (text: string, inHead: boolean): Block => {
  try {
    return { text, inHead, things: flattened(JSON.parse(text)) };
  } catch (fault) {
    return { text, inHead, things: [], fault: fault instanceof Error ? fault.message : String(fault) };
  }
};

/** All things at the top of a page's blocks. */
export const thingsOf = (blocks: readonly Block[]): readonly Thing[] => blocks.flatMap(({ things }) => things);

/**
 * The thing that a value is or names by `@id` among all of a page; undefined for text. What the value says beside the name
 * is added: WordPress writes `{ "name": …, "@id": … }` for an author who is described elsewhere.
 */
const resolved = (value: unknown, things: readonly Thing[]): Thing | undefined => {
  if (!isThing(value)) return undefined;
  const id = value['@id'];
  if (typeof id !== 'string') return value;
  const named = things.find((thing) => thing['@id'] === id && thing !== value);
  if (!named) return value;
  return Object.keys(value).every((key) => key === '@id' || key === '@type') ? named : { ...named, ...value };
};

/** The things that a property holds, references resolved. */
export const resolvedAll = (value: unknown, things: readonly Thing[]): readonly Thing[] =>
  many(value).flatMap((one): readonly Thing[] => {
    const thing = resolved(one, things);
    return thing ? [thing] : [];
  });

/** The types of article that Google knows as news. */
export const newsTypes = [
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'LiveBlogPosting',
  'AdvertiserContentArticle',
] as const;

const articleTypes: readonly string[] = [
  ...newsTypes,
  'Article',
  'BlogPosting',
  'SocialMediaPosting',
  'TechArticle',
  'Report',
  'SatiricalArticle',
  'ScholarlyArticle',
];

/** Article things at the top of a page, and those that a WebPage there names as its main entity; each once. */
export const articleThings = (things: readonly Thing[]): readonly Thing[] => {
  const main = things.flatMap((thing) => (isA(thing, ...articleTypes) ? [] : resolvedAll(thing.mainEntity, things)));
  const found = [...new Set([...things, ...main])].filter((thing) => isA(thing, ...articleTypes));
  // One thing may be told in two places by one name.
  return found.filter(
    ({ '@id': id }, place) => id === undefined || found.findIndex((one) => one['@id'] === id) === place,
  );
};

/** Whether a page speaks of itself as live coverage and as another article too. */
export const isLiveAndMore = (found: readonly Thing[]): boolean =>
  found.length > 1 && found.some((thing) => isA(thing, 'LiveBlogPosting'));
