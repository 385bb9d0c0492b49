/** The words after `npm run new --`: the kind of document, and answers given beforehand. */
import { CommandFault } from '#newsroom/commandPlace';
import { nearest } from '#model/nearest';

/** Kinds of document that can be made, in the order of the question. */
export const newKinds = ['article', 'update', 'author', 'category', 'series', 'video', 'page'] as const;
export type NewKind = (typeof newKinds)[number];

/** Answers by flag, and whether the piece may go out at once. */
export type NewFlags = {
  readonly kind?: NewKind;
  readonly answers: ReadonlyMap<string, string>;
  readonly publish: boolean;
  readonly help: boolean;
};

/** Flags of each kind; `*` marks those it cannot be made without. */
export const flagsOf: Readonly<Record<NewKind, readonly string[]>> = {
  article: [
    'headline*',
    'standfirst',
    'category*',
    'authors*',
    'date',
    'kind',
    'tags',
    'series',
    'part',
    'sponsor',
    'slug',
    'publish',
  ],
  update: ['of*', 'headline*', 'date', 'authors', 'slug'],
  author: ['name*', 'role*', 'type', 'email', 'slug'],
  category: ['title*', 'description*', 'order', 'slug'],
  series: ['title*', 'description*', 'slug'],
  video: ['title*', 'provider*', 'id', 'src', 'poster*', 'duration*', 'date', 'slug'],
  page: ['title*', 'description', 'slug'],
};

const bare = ['publish', 'help'];

const allFlags = [
  ...new Set(
    Object.values(flagsOf)
      .flat()
      .map((flag) => flag.replace('*', '')),
  ),
  'help',
];

const placeholder = (flag: string): string => {
  const name = flag.replace('*', '');
  const text = bare.includes(name) ? `--${name}` : `--${name} …`;
  return flag.endsWith('*') ? text : `[${text}]`;
};

/** How `new` is used, for `--help`. */
export const newUsage = `npm run new                asks what is to be made, and makes it
npm run new -- KIND FLAGS  makes it without questions

${newKinds.map((kind) => `  ${kind.padEnd(9)} ${flagsOf[kind].map(placeholder).join(' ')}`).join('\n')}

An article is a draft until the line "draft: true" is taken out; --publish leaves it out at once.
`;

const known = (name: string, kind: NewKind | undefined): string => {
  if (allFlags.includes(name)) return name;
  const near = nearest(name, kind ? flagsOf[kind].map((flag) => flag.replace('*', '')) : allFlags);
  throw new CommandFault(
    `There is no --${name}. ${near ? `Did you mean --${near}?` : 'npm run new -- --help tells what there is.'}`,
  );
};

const kindOf = (word: string): NewKind => {
  const kind = newKinds.find((name) => name === word);
  if (kind) return kind;
  const near = nearest(word, newKinds);
  throw new CommandFault(
    `"${word}" cannot be made. ${near ? `Did you mean ${near}?` : `There are: ${newKinds.join(', ')}.`}`,
  );
};

/** Reads the flags: `--name value` or `--name=value`. Throws `CommandFault` for one that does not exist or has no value. */
export const newFlags = (args: readonly string[]): NewFlags => {
  const answers = new Map<string, string>();
  const on = new Set<string>();
  let kind: NewKind | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      if (arg === '-h') on.add('help');
      else if (kind)
        throw new CommandFault(`"${arg}" belongs to no flag. Words with blanks need quotes: --headline "…"`);
      else kind = kindOf(arg);
      continue;
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    known(name, kind);
    if (bare.includes(name)) {
      on.add(name);
      continue;
    }
    const value = inline ?? args[(at += 1)];
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      throw new CommandFault(`--${name} needs a value behind it.`);
    if (answers.has(name)) throw new CommandFault(`--${name} stands twice.`);
    answers.set(name, value);
  }
  const wrong =
    kind &&
    [...answers.keys(), ...(on.has('publish') ? ['publish'] : [])].find(
      (name) => !flagsOf[kind].some((flag) => flag.replace('*', '') === name),
    );
  if (kind && wrong !== undefined)
    throw new CommandFault(
      `--${wrong} says nothing about a new ${kind}. It takes: ${flagsOf[kind].map(placeholder).join(' ')}`,
    );
  return { ...(kind && { kind }), answers, publish: on.has('publish'), help: on.has('help') };
};
