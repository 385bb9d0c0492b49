/** Lists as people write them: one value with commas, long dashes for list dashes, sentences that YAML cuts at their commas. */
import { isScalar, type ParsedNode, type YAMLSeq } from 'yaml';
import type { Form } from '#model/documents/fields';
import { inQuotes } from '#archive/frontMatter/quoted';
import { spanOf, type FieldReader, type Written } from '#archive/frontMatter/reader';
import { typedIn } from '#archive/frontMatter/refusals';

const isProse = (form: Form): boolean => form.is === 'words' && form.prose === true;

/** `amina-wafula, joseph-kiptoo`: the parts of a list that was written as one value, each with its own place. */
const splitAtCommas = (written: Written): readonly Written[] => {
  const parts: Written[] = [];
  let from = written.from;
  for (const part of written.reader.sheet.text.slice(written.from, written.to).split(',')) {
    const start = from + (part.length - part.trimStart().length);
    const text = part.trim().normalize('NFC');
    if (text !== '') parts.push({ ...written, text, from: start, to: start + part.trim().length });
    from += part.length + 1;
  }
  return parts;
};

/** The items of a list that was written as one value. Only sentences and quoted words keep their commas. */
export const itemsIn = (written: Written, form: Form): readonly Written[] =>
  written.style === 'plain' && !isProse(form) && written.text.includes(',') ? splitAtCommas(written) : [written];

const longDashes = /(^|\n[ \t]*)([\u2010-\u2015\u2212])(?=[ \u00a0])/g;

/** Whether one value is a list whose dashes a phone made longer; says so, and how to mend it. */
export const hasLongDashes = ({ reader, field, text, from, to }: Written): boolean => {
  if (!/^[\u2010-\u2015\u2212][ \u00a0]/.test(text)) return false;
  const { sheet } = reader;
  const fix = 'Begin each line of the list with a hyphen and a blank.';
  sheet.problem(from, field, 'has long dashes for its list; lists have hyphens.', fix);
  for (const { index, 1: before = '' } of sheet.text.slice(from, to).matchAll(longDashes)) {
    const at = from + index + before.length;
    sheet.mend({ from: at, to: at + 1, text: '-', why: 'list dashes are hyphens' });
  }
  return true;
};

/** Whether an item ends like a sentence, and the next begins like one. */
const endsWell = (item: ParsedNode, next: ParsedNode | undefined): boolean => {
  if (!isScalar(item) || item.type !== 'PLAIN' || !next) return true;
  const goesOn = isScalar(next) && /^\p{Ll}/u.test(String(next.value));
  return !goesOn && /[.!?…]["”’')]?$/.test(String(item.value).slice(-3));
};

/** Whether sentences in `[…]` are cut at their commas; says so, with the words in quotes. */
export const isCutProse = (
  reader: FieldReader,
  node: YAMLSeq.Parsed<ParsedNode>,
  field: string,
  form: Form,
): boolean => {
  if (!isProse(form) || !node.flow || node.items.every((item, nth) => endsWell(item, node.items[nth + 1])))
    return false;
  const { from, to } = spanOf(reader, node);
  const words = typedIn(reader, node).replace(/^\[/, '').replace(/\]$/, '').trim();
  reader.sheet.problem(from, field, 'is cut at the commas of its sentences.', {
    from,
    to,
    text: `[${inQuotes(words)}]`,
  });
  return true;
};
