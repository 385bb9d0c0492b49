/** The editors' reference, from the very definitions by which files are read: it cannot say anything else than the check. */
import type { DocumentType, NestedType } from 'contentlayer2/source-files/schema';
import { shapeOfDocument, type MapShape, type Shape } from '#archive/frontMatter/forms';
import { bodyComponents } from '#model/body';
import { componentRules, type ComponentRule } from '#model/bodyComponents';
import { documentTypes } from '#model/documents/all';
import type { ReadField } from '#model/documents/fields';
import { embedProviders } from '#model/embeds';
import { propInWords, shapeInWords } from '#newsroom/guideWords';

type Definition = { readonly description?: string | undefined; readonly fields?: unknown };

/** A file of each kind, and what the kind is called. */
const places: Readonly<Record<string, readonly [title: string, file: string]>> = {
  Article: ['Article', 'content/articles/2026/10/15/harbour-bridge-reopens.mdx'],
  LiveEntry: ['Live entry', 'content/articles/2026/10/15/election-night.updates/0730-first-count.mdx'],
  Author: ['Author', 'content/authors/amina-wafula.mdx'],
  Category: ['Category', 'content/categories/science.mdx'],
  Series: ['Series', 'content/series/bridges.mdx'],
  Video: ['Video', 'content/videos/harbour-at-night.mdx'],
  Page: ['Page', 'content/pages/ethics.mdx'],
  Front: ['Front', 'content/fronts/home.yaml'],
  Gone: ['Addresses taken down', 'content/gone.yaml'],
  PhotoFacts: ['Facts of a photo', 'content/media/bridge.jpg.yaml'],
};

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly string[]): string =>
  [row(...heads), row(...heads.map(() => '---')), ...rows].join('\n');

// Every definition of ours is a record of fields made in `model/documents/fields.ts`, never contentlayer's array form.
const fieldsOf = ({ fields }: Definition): Readonly<Record<string, ReadField>> =>
  fields as Readonly<Record<string, ReadField>>;

/** The definition of a map, or of the maps in a list. */
const innerDefinition = (field: ReadField): Definition | undefined => {
  const of: unknown = 'of' in field ? field.of : undefined;
  return typeof of === 'object' && of !== null && 'def' in of ? (of as NestedType).def() : undefined;
};

const mapIn = (shape: Shape): MapShape | undefined => {
  const inner = shape.is === 'list' ? shape.of : shape;
  return inner.is === 'map' ? inner.map : undefined;
};

/** One row for each field, and under a map one for each of its own. */
const rowsOf = (definition: Definition, map: MapShape, before = ''): string[] =>
  Object.entries(fieldsOf(definition)).flatMap(([name, field]) => {
    const known = map.fields.get(name);
    if (!known) return [];
    const path = before + name;
    const own = row(`\`${path}\``, known.required ? 'yes' : '', shapeInWords(known.shape), field.description ?? '');
    const [inner, innerMap] = [innerDefinition(field), mapIn(known.shape)];
    return inner && innerMap
      ? [own, ...rowsOf(inner, innerMap, `${path}.${known.shape.is === 'list' ? 'N.' : ''}`)]
      : [own];
  });

const documentPart = (document: DocumentType): string => {
  const definition = document.def();
  const [title, file] = places[definition.name] ?? [definition.name, definition.filePathPattern ?? ''];
  // A list in no field: its lines are what an editor writes.
  const rows = rowsOf(definition, shapeOfDocument(document)).map((line) => line.replace(/^\| `lines\.N\./, '| `'));
  const heads = ['Field', 'Required', 'What is written', 'What it means'];
  const shown = rows.filter((line) => !line.startsWith('| `lines`'));
  return `## ${title}\n\n\`${file}\`\n\n${definition.description ?? ''}\n\n${table(heads, shown)}`;
};

const holdsInWords = ({ holds, within }: ComponentRule): string => {
  const inside =
    within === undefined
      ? ''
      : within === 'body'
        ? ' Stands by itself, in nothing else.'
        : ` Stands in a \`${within}\`.`;
  if (holds === 'nothing') return `Holds nothing.${inside}`;
  if (holds === 'words') return `Holds words.${inside}`;
  if (holds === 'blocks') return `Holds words and other components.${inside}`;
  return `Holds ${holds.map((name) => `\`${name}\``).join(', ')} alone.${inside}`;
};

const componentPart = (name: (typeof bodyComponents)[number]): string => {
  const rule = componentRules[name];
  const rows = rule.props.map((prop) =>
    row(`\`${prop.name}\``, prop.required ? 'yes' : '', propInWords(prop), prop.description),
  );
  const props =
    rows.length === 0 ? 'It takes no props.' : table(['Prop', 'Required', 'What is written', 'What it means'], rows);
  return `### ${name}\n\n${rule.description} ${holdsInWords(rule)}\n\n${props}\n\n\`\`\`mdx\n${rule.example}\n\`\`\``;
};

const opening = `# What can be written

This page is made from the definitions in \`model/documents/\` and \`model/bodyComponents.ts\` by \`npm run docs -- --write\`; do not
edit it by hand. How to write an article, step by step, stands in [editing.md](editing.md).

A field that may hold several values takes one value as well: \`authors: amina-wafula\`. Fields left empty are absent. In \`check\`,
a place inside a list has its number, from 0: \`corrections.0.on\`; here it is \`N\`.`;

/** The whole reference as Markdown. */
export const frontMatterGuide = (): string =>
  [
    opening,
    ...documentTypes.map(documentPart),
    '## Components of the body',
    ...bodyComponents.map(componentPart),
    `### Providers of embeds\n\n${embedProviders.map(({ name, hosts }) => `- ${name}: ${hosts.map((host) => `\`${host}\``).join(', ')}`).join('\n')}`,
  ].join('\n\n') + '\n';
