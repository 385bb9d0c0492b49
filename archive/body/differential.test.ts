/** The parser we use and the one everybody knows (remark with MDX and GFM) read a few hundred made-up bodies alike. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { understood } from '#archive/body/understood.cases';

/** A generator of numbers that is the same on every machine (Lehmer). */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed * 48_271 + 11;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
};

type Dice = ReturnType<typeof dice>;

const words =
  'the bridge hangs from two cables ngũgĩ wa thiong’o — “said” 25,000 83.5% ليس الخبر كالمعاينة 橋 😀 &amp; \\* a_b'.split(
    ' ',
  );
const pick = <T>(roll: Dice, list: readonly [T, ...T[]]): T => list[roll(list.length)] ?? list[0];
const some = (roll: Dice, most: number, make: () => string): string[] => Array.from({ length: 1 + roll(most) }, make);

const plain = (roll: Dice): string => some(roll, 7, () => words[roll(words.length)] ?? '').join(' ');

const inline = (roll: Dice, depth = 0): string => {
  const inner = (): string => (depth > 1 ? plain(roll) : inline(roll, depth + 1));
  return some(roll, 4, () =>
    pick<() => string>(roll, [
      () => plain(roll),
      () => `*${plain(roll)}*`,
      () => `**${inner()}**`,
      () => `~~${plain(roll)}~~`,
      () => '`a <b {c}`',
      () => `[${plain(roll)}](/2026/10/15/a "t")`,
      () => '[site](https://example.org/a_b?c=d)',
      () => 'H<sub>2</sub>O',
      () => 'a[^1]',
      () => 'https://example.org/x',
      () => 'one<br />two',
      () => '{/* note */}',
      () => 'hard  \nbreak',
    ])(),
  ).join(' ');
};

const component = (roll: Dice): string =>
  pick<() => string>(roll, [
    () => '<Figure src="a.jpg" focus={[0.5, 0.3]} wide />',
    () => `<Pullquote by="A &amp; B">${plain(roll)}</Pullquote>`,
    () => `<FactBox title="x > y">\n\n${blocks(roll, 2)}\n\n</FactBox>`,
    () => '<Gallery>\n\n<Figure src="a.jpg" />\n\n<Figure src="b.jpg" />\n\n</Gallery>',
    () => `<Timeline>\n<Moment date="1937">${plain(roll)}</Moment>\n</Timeline>`,
    () => `<Quote lang="ar" dir="rtl">\n  ${plain(roll)}\n</Quote>`,
  ])();

const block = (roll: Dice, depth: number): string =>
  pick<() => string>(roll, [
    () => inline(roll),
    () => inline(roll),
    () => `${'#'.repeat(2 + roll(3))} ${inline(roll).replace(/\n/g, ' ')}`,
    () => some(roll, 4, () => `- ${plain(roll)}`).join('\n'),
    () => some(roll, 4, () => `${1 + roll(9)}. ${plain(roll)}`).join('\n'),
    () => `- ${plain(roll)}\n\n  ${plain(roll)}\n  - ${plain(roll)}`,
    () => `> ${plain(roll)}\n> ${plain(roll)}\nlazy`,
    () => '| a | b |\n|:--|--:|\n| 1 | *2* |\n| 3 |',
    () => '```text\na <b {c}\n\n  d\n```',
    () => '***',
    () => `Setext ${plain(roll)}\n---`,
    () => '{/* a note\n\nto the desk */}',
    () => (depth > 1 ? plain(roll) : component(roll)),
  ])();

const blocks = (roll: Dice, depth = 0): string =>
  some(roll, depth > 0 ? 2 : 14, () => block(roll, depth + 1)).join('\n\n');

const bodyOf = (seed: number): string => `${blocks(dice(seed))}\n\n[^1]: A *note*.\n`;

type Node = { type: string; children?: Node[]; value?: string; name?: string | null; [key: string]: unknown };

const isTag = (node: Node): boolean => node.type === 'mdxJsxTextElement' && /^[A-Z]/.test(node.name ?? '');
const isBlank = (node: Node): boolean => node.type === 'text' && (node.value ?? '').trim() === '';

/** A paragraph of components alone, which the parser we use takes apart, as we want it. */
const isUnravelled = (node: Node): boolean =>
  node.type === 'paragraph' &&
  (node.children ?? []).some((child) => child.type.startsWith('mdx')) &&
  (node.children ?? []).every((child) => child.type.startsWith('mdx') || isBlank(child));

/** The tree without places and the parsers' own remarks; adjacent texts are one, and lone components stand alone. */
const normal = (node: Node): Node => {
  const { position: _position, data: _data, children, ...rest } = node;
  const kept = Object.fromEntries(
    Object.entries(rest)
      .filter(([key, value]) => value !== undefined && value !== null && !(key === 'spread' && value === false))
      .map(([key, value]) => [key, key === 'attributes' && Array.isArray(value) ? value.map(normalAttribute) : value]),
  );
  const type = isTag(node) ? 'mdxJsxFlowElement' : node.type === 'mdxTextExpression' ? 'mdxFlowExpression' : node.type;
  const inner = children?.flatMap((child) =>
    isUnravelled(child) || (node.type === 'mdxJsxFlowElement' && child.type === 'paragraph')
      ? (child.children ?? [])
      : [child],
  );
  return { ...kept, type, ...(inner ? { children: joined(inner.map(normal)) } : {}) };
};

const normalAttribute = ({ name, value }: { name?: string; value?: unknown }): unknown => ({
  name,
  value: typeof value === 'object' && value !== null && 'value' in value ? { code: value.value } : value,
});

const joined = (nodes: Node[]): Node[] =>
  nodes.reduce<Node[]>((list, node) => {
    const last = list.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value = `${last.value ?? ''}${node.value ?? ''}`;
    else if (!(isBlank(node) && (last === undefined || last.type.startsWith('mdxJsxFlow')))) list.push(node);
    return list;
  }, []);

const remark = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

/** Both trees as plain data: what they share is compared, not their types. */
const treesOf = (source: string): readonly [ours: Node, theirs: Node] => {
  const ours = mdxToMdast(source, { features: { frontmatter: false } });
  const theirs = remark.runSync(remark.parse(source));
  return [JSON.parse(JSON.stringify(ours)), JSON.parse(JSON.stringify(theirs))];
};

test('300 made-up bodies are read alike', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const source = bodyOf(seed);
    const [ours, theirs] = treesOf(source);
    expect([source, normal(ours)]).toEqual([source, normal(theirs)]);
  }
});

test.each(understood)('what --fix makes of %s is plain MDX to other tools', (_, _typed, strict) => {
  const [ours, theirs] = treesOf(strict);
  expect(normal(ours)).toEqual(normal(theirs));
});

test('the bodies are of some length and of every kind', () => {
  const all = Array.from({ length: 300 }, (_, i) => bodyOf(i + 1)).join('\n');
  expect(all.length).toBeGreaterThan(100_000);
  for (const sign of ['<Gallery>', '| *2* |', '[^1]', '~~', '```', '> ', '{/*', '<sub>']) expect(all).toContain(sign);
});
