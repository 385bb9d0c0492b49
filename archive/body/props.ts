/** Checks the props of a component against its rule. */
import type { MdxJsxAttributeUnion } from 'satteri';
import { nearest } from '#model/nearest';
import { offsetOf, type Reader } from '#archive/body/reader';
import { restored } from '#archive/body/restore';
import { componentRules, type PropRule } from '#model/bodyComponents';
import type { BodyComponent } from '#model/body';
import { embedProviders, embedTarget } from '#model/embeds';
import { pathFault, pictureCandidates } from '#model/picturePaths';

/** A checked value as it stands in `properties`. */
export type PropValue = string | true | number[];

/** The part of a component's node that its props come from. */
export type Tag = {
  readonly attributes: readonly MdxJsxAttributeUnion[];
  readonly position?: Parameters<typeof offsetOf>[0]['position'];
};

/** What an attribute holds before its rule is asked: text, a bare name, a literal, or code. */
type Written = { readonly text: string } | { readonly literal: unknown } | { readonly code: string };

/** Checks all props of a component; what is wrong is reported and left out. */
export const checkProps = (name: BodyComponent, tag: Tag, reader: Reader): Record<string, PropValue> => {
  const at = offsetOf(tag, reader);
  const { props } = componentRules[name];
  const given: Record<string, PropValue> = {};
  const written = new Set<string>();
  for (const attribute of tag.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      reader.report.problem(at, `{${attribute.value}} in <${name}> is code; articles hold words.`, 'Remove it.');
      continue;
    }
    const rule = props.find((known) => known.name === attribute.name);
    const place = attributeOffset(at, attribute.name, reader);
    if (!rule) {
      unknownProp(name, attribute.name, place, reader);
    } else if (written.has(rule.name)) {
      reader.report.problem(place, `<${name}> has ${rule.name} twice.`, 'Remove one of them.');
    } else {
      written.add(rule.name);
      const value = checkProp(name, rule, writtenValue(attribute.value, place, reader), place, reader);
      if (value !== undefined) given[rule.name] = value;
    }
  }
  for (const { name: prop, description } of props.filter((rule) => rule.required && !written.has(rule.name))) {
    reader.report.problem(at, `<${name}> has no ${prop}.`, `Write:  ${prop}="…"  ${description}`);
  }
  return given;
};

/** The attribute's own place where it can be found behind the component's name. */
const attributeOffset = (from: number, name: string, reader: Reader): number => {
  const found = reader.source
    .slice(from, from + 4000)
    .search(new RegExp(`\\s${name.replace(/[^\w-]/g, '.')}(?![\\w-])`));
  return found < 0 ? from : from + found + 1;
};

const unknownProp = (component: BodyComponent, name: string, at: number, reader: Reader): void => {
  const known = componentRules[component].props.map((rule) => rule.name);
  const near = nearest(name, known);
  const all = known.length === 0 ? 'It has none.' : `It has ${known.join(', ')}.`;
  reader.report.problem(at, `<${component}> has no prop "${name}".`, near ? `Write:  ${near}` : all);
};

const writtenValue = (
  value: string | null | undefined | { readonly value: string },
  at: number,
  reader: Reader,
): Written => {
  if (value === null || value === undefined) return { literal: true };
  if (typeof value === 'string') return { text: restored(value, reader) };
  const hidden = reader.hidden.code.find(({ from }) => from >= at && from < at + 200);
  if (hidden && /^0 *$/.test(value.value)) return { code: reader.source.slice(hidden.from, hidden.to) };
  try {
    const quoted = /^\s*'([^'"\\]*)'\s*$/.exec(value.value)?.[1];
    return { literal: quoted ?? JSON.parse(value.value) };
  } catch {
    // What is no JSON is code (SyntaxError).
    return { code: `{${value.value}}` };
  }
};

const checkProp = (
  component: BodyComponent,
  rule: PropRule,
  written: Written,
  at: number,
  reader: Reader,
): PropValue | undefined => {
  const wrong = (message: string, fix: string): undefined => void reader.report.problem(at, message, fix);
  const of = `${rule.name} of <${component}>`;
  if ('code' in written) {
    return wrong(`${written.code} is code; articles hold words.`, `Write:  ${sampleOf(rule)}`);
  }
  const value = 'text' in written ? written.text : written.literal;
  if (rule.type === 'flag') {
    if (value === true) return true;
    return value === false ? undefined : wrong(`${of} is a bare name.`, `Write:  ${rule.name}`);
  }
  if (rule.type === 'focus') {
    const isPoint = Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === 'number');
    if (!isPoint) return wrong(`${of} is not two numbers.`, `Write:  ${rule.name}={[0.5, 0.3]}`);
    const [x, y] = [Number(value[0]), Number(value[1])];
    if ([x, y].every((n) => n >= 0 && n <= 1)) return [x, y];
    return wrong(`${of} is outside 0 to 1.`, `Write shares of width and height:  ${rule.name}={[0.5, 0.3]}`);
  }
  if (typeof value !== 'string')
    return wrong(`${of} is not text.`, `Write:  ${rule.name}="${typeof value === 'number' ? value : '…'}"`);
  const text = value.replace(/\s+/g, ' ').trim();
  if (text !== '') return checkText(rule, text, of, at, reader);
  // Empty `alt` says "decorative"; any other empty prop is absent.
  if (rule.name === 'alt') return '';
  return rule.required ? wrong(`${of} is empty.`, `Write:  ${sampleOf(rule)}`) : undefined;
};

const sampleOf = ({ name, type }: PropRule): string =>
  type === 'flag' ? name : type === 'focus' ? `${name}={[0.5, 0.3]}` : `${name}="…"`;

const language = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
const fileName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;

const checkText = (rule: PropRule, text: string, of: string, at: number, reader: Reader): string | undefined => {
  const wrong = (message: string, fix: string): undefined => void reader.report.problem(at, message, fix);
  switch (rule.type) {
    case 'language':
      return language.test(text) ? text : wrong(`${of}, "${text}", is no language code.`, `Write:  ${rule.name}="ar"`);
    case 'direction':
      return /^(?:ltr|rtl)$/.test(text) ? text : wrong(`${of} is ltr or rtl.`, `Write:  ${rule.name}="rtl"`);
    case 'video':
      if (!fileName.test(text))
        return wrong(
          `${of}, "${text}", is no file name.`,
          'Write the name of a file in content/videos, without ending.',
        );
      reader.report.reference(at, { what: 'video', to: text });
      return text;
    case 'embed':
      return checkEmbed(text, of, at, reader);
    case 'picture':
    case 'sound':
    case 'file':
    case 'csv':
      return checkPath(rule, text, of, at, reader);
    default:
      return text;
  }
};

const checkEmbed = (text: string, of: string, at: number, reader: Reader): string | undefined => {
  const target = embedTarget(text);
  if (target) return target.page;
  const isHttp = /^http:\/\//i.test(text) && embedTarget(text.replace(/^http:/i, 'https:')) !== undefined;
  const names = embedProviders.map(({ name }) => name).join(', ');
  reader.report.problem(
    at,
    isHttp ? `${of} does not begin with https.` : `${of} is of no listed provider.`,
    isHttp ? `Write:  url="${text.replace(/^http:/i, 'https:')}"` : `Listed are ${names}; write a link instead.`,
  );
  return undefined;
};

/** The file's first candidate; the store looks where it really lies. */
const checkPath = (rule: PropRule, text: string, of: string, at: number, reader: Reader): string | undefined => {
  const fault = pathFault(text, reader.at.folder);
  const [first] = pictureCandidates(text, reader.at.folder);
  if (fault === undefined && first !== undefined) {
    // A picture's reference is made by the figure, which knows what the article itself says of it.
    if (rule.type !== 'picture') reader.report.reference(at, { what: 'asset', to: first });
    return first;
  }
  const why = fault === 'remote' ? 'is an address elsewhere' : 'leads out of the content folder';
  reader.report.problem(
    at,
    `${of}, "${text}", ${why}.`,
    'Put the file beside the article or in content/media and write its name.',
  );
  return undefined;
};
