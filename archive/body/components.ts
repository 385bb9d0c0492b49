/** Makes the element of a component from its tag: props checked, place and content as its rule says. */
import type { ElementContent } from 'hast';
import type { HastNode } from 'satteri';
import { checkProps, type PropValue } from '#archive/body/props';
import { asBlocks, element, isComponent } from '#archive/body/blocks';
import { wordsOf } from '#archive/body/headings';
import { offsetOf, type Reader, type Surroundings } from '#archive/body/reader';
import { componentRules } from '#model/bodyComponents';
import type { BodyComponent } from '#model/body';

type ParsedTag = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** The component as it is stored. In a wrong place it is reported, and its content is read all the same. */
export const componentContent = (
  name: BodyComponent,
  node: ParsedTag,
  around: Surroundings,
  reader: Reader,
  childrenOf: (nodes: readonly HastNode[], around: Surroundings, reader: Reader) => ElementContent[],
): ElementContent[] => {
  const at = offsetOf(node, reader);
  checkWhereItStands(name, at, around, reader);
  const props = checkProps(name, node, reader);
  if (name === 'Figure') figureReference(props, at, reader);
  const inside = { depth: around.depth + 1, holder: name };
  const children = asBlocks(childrenOf(node.children, inside, reader));
  checkWhatItHolds(name, children, at, reader);
  // Entries are read by themselves; until then they keep their place in the text.
  const place = name === 'Update' ? { dataOffset: at } : {};
  return [element(name, { ...props, ...place }, children)];
};

const figureReference = ({ src, alt }: Record<string, PropValue>, at: number, reader: Reader): void => {
  if (typeof src !== 'string') return;
  const needs = alt === undefined ? (['alt', 'credit', 'licence'] as const) : (['credit', 'licence'] as const);
  reader.report.reference(at, { what: 'picture', to: src, needs });
};

const checkWhereItStands = (
  name: BodyComponent,
  at: number,
  around: Surroundings,
  { report, at: place }: Reader,
): void => {
  const { within } = componentRules[name];
  const { holder } = around;
  if (around.line !== undefined) {
    return report.problem(at, `<${name}> stands in ${around.line}.`, 'Give it a paragraph of its own.');
  }
  if (name === 'Update' && place.kind !== 'live') {
    return report.problem(at, '<Update> stands in an article that is not live.', 'Write  kind: live  or remove it.');
  }
  if (within === 'body' && (holder !== undefined || around.depth > 0)) {
    return report.problem(at, `<${name}> stands inside something else.`, 'Move it to the outermost level.');
  }
  if (within !== undefined && within !== 'body' && holder !== within) {
    return report.problem(at, `<${name}> stands outside a ${within}.`, `Put it between <${within}> and </${within}>.`);
  }
  if (holder === undefined) return;
  const { holds } = componentRules[holder];
  if (holds === 'words') report.problem(at, `<${name}> stands in <${holder}>, which holds words.`, 'Move it out.');
  if (Array.isArray(holds) && !holds.includes(name)) {
    report.problem(at, `<${name}> stands in <${holder}>, which holds ${holds.join('s and ')}s only.`, 'Move it out.');
  }
};

const checkWhatItHolds = (
  name: BodyComponent,
  children: readonly ElementContent[],
  at: number,
  { report }: Reader,
): void => {
  const { holds, example } = componentRules[name];
  const words = wordsOf(children).trim();
  if (holds === 'nothing') {
    if (children.length > 0) report.problem(at, `<${name}> holds nothing; its words are props.`, `Write:  ${example}`);
    return;
  }
  if (words === '' && !children.some(isComponent)) {
    const isUpdate = name === 'Update';
    // A live entry may be its headline alone.
    if (!isUpdate) report.problem(at, `<${name}> is empty.`, 'Write its words or remove it.');
    return;
  }
  if (typeof holds !== 'string' && children.some((child) => !isComponent(child))) {
    report.problem(at, `<${name}> holds ${holds.join('s and ')}s only.`, 'Move its other words out.');
  }
};
