/** The words after `npm run move --`: which article, and what is to become of it. */
import { nearest } from '#model/nearest';
import { CommandFault } from '#newsroom/commandPlace';

/** What `move` was asked to do. */
export type MoveFlags = {
  /** The article as typed: a path, an address, a web address, or its name alone. */
  readonly article: string;
  /** Names, days, addresses and categories as typed, without a flag. */
  readonly words: readonly string[];
  readonly name?: string;
  readonly date?: string;
  readonly category?: string;
  /** Shows what would be changed and changes nothing. */
  readonly dryRun: boolean;
  /** Keeps the old address also of a piece that was never public. */
  readonly alias: boolean;
  readonly help: boolean;
};

/** How `move` is used, for `--help`. */
export const moveUsage = `npm run move -- ARTICLE NEW …     gives an article another name, day or category

  ARTICLE   its file, its address, or its name where only one article has it
  NEW       a name (bridge-reopens), a day (2026-10-16), both (/2026/10/16/bridge-reopens), or a category that is there

  --name NAME, --date DAY, --category CATEGORY   the same, where a word could be either
  --alias     keeps the old address also where the piece was never public
  --dry-run   shows what would be changed, and changes nothing

The old address goes into aliases and leads on for ever; links, pins and pictures are mended with it. All or nothing.
Ends with 0 where the article was moved, 1 where nothing was done.
`;

const valued = ['name', 'date', 'category'] as const;
const bare = ['alias', 'dry-run', 'help'] as const;

const unknown = (name: string): CommandFault => {
  const near = nearest(name, [...valued, ...bare]);
  return new CommandFault(
    `There is no --${name}. ${near ? `Did you mean --${near}?` : 'npm run move -- --help tells what there is.'}`,
  );
};

/** Reads the flags; throws `CommandFault` for one that does not exist or has no value, and where nothing is to be done. */
export const moveFlags = (args: readonly string[]): MoveFlags => {
  const answers = new Map<string, string>();
  const on = new Set<string>();
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') continue;
    if (arg === '-h') on.add('help');
    else if (!arg.startsWith('--')) words.push(arg);
    else {
      const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
      if (bare.some((flag) => flag === name)) on.add(name);
      else if (!valued.some((flag) => flag === name)) throw unknown(name);
      else {
        const value = inline ?? args[(at += 1)];
        if (value === undefined || value.startsWith('--')) throw new CommandFault(`--${name} needs a value behind it.`);
        if (answers.has(name)) throw new CommandFault(`--${name} stands twice.`);
        answers.set(name, value);
      }
    }
  }
  const [article = '', ...rest] = words;
  const help = on.has('help');
  if (!help && (article === '' || (rest.length === 0 && answers.size === 0)))
    throw new CommandFault(
      'Name the article and what is to become of it. For example:  npm run move -- /2026/10/15/bridge bridge-reopens',
    );
  return {
    article,
    words: rest,
    ...Object.fromEntries(answers),
    dryRun: on.has('dry-run'),
    alias: on.has('alias'),
    help,
  };
};
