/** What may be said on the command line of `npm run mirror`. */
import { parseArgs } from 'node:util';
import { layouts, type Layout } from '#mirror/places';
import { CommandFault } from '#newsroom/commandPlace';

/** The flags of one run. */
export type MirrorFlags = {
  /** Where to, as typed; absent with `help` alone. */
  readonly folder?: string;
  readonly layout: Layout;
  /** Everything is asked for anew. */
  readonly all: boolean;
  /** The folder may hold files that the mirror did not write; they stay. */
  readonly intoExisting: boolean;
  /** Newest articles whose share cards are drawn. */
  readonly cards: number;
  /** Addresses that were taken down stand in `_redirects` with 410. */
  readonly listGone: boolean;
  readonly json: boolean;
  readonly help: boolean;
};

/** Cards that are drawn by default: each takes as long as ten pages, and what is shared is new. */
const newestCards = 200;

/** The help. */
export const mirrorUsage = `npm run mirror -- FOLDER [options]

Writes the whole publication into FOLDER as finished files, for any file server or object store. Run again, it
writes what changed since and nothing else.

  --layout folder|html   /a/b becomes a/b/index.html (default), or a/b.html for hosts that serve it at /a/b
  --cards NUMBER         draw the share cards of so many newest articles without a photo (default ${newestCards}); or all
  --gone                 list addresses that were taken down in _redirects, with status 410
  --into-existing        FOLDER holds other files: they stay as they are
  --all                  ask for every page again
  --json                 the summary as one object, to standard output
  -h, --help             this text

Ends with 0 where every file is there, 1 where some could not be made (their older copies stay), 2 where nothing was
mirrored.
`;

const options = {
  layout: { type: 'string', default: 'folder' },
  cards: { type: 'string', default: String(newestCards) },
  gone: { type: 'boolean', default: false },
  'into-existing': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new CommandFault(`${fault instanceof Error ? fault.message : String(fault)}\n\n${mirrorUsage}`);
  }
};

const layoutOf = (text: string): Layout => {
  const layout = layouts.find((name) => name === text);
  if (layout) return layout;
  throw new CommandFault(`--layout is "${text}". Write one of: ${layouts.join(', ')}.`);
};

const cardsOf = (text: string): number => {
  if (text === 'all') return Infinity;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandFault(`--cards is "${text}". Write a whole number, or all.`);
};

/** Reads the flags; throws `CommandFault` for what cannot be used. */
export const mirrorFlags = (args: readonly string[]): MirrorFlags => {
  const { values, positionals } = parsed(args);
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new CommandFault(`One folder at a time, please.\n\n${mirrorUsage}`);
  if (folder === undefined && !values.help) throw new CommandFault(`Where to? Name a folder.\n\n${mirrorUsage}`);
  return {
    ...(folder !== undefined && { folder }),
    layout: layoutOf(values.layout),
    all: values.all,
    intoExisting: values['into-existing'],
    cards: cardsOf(values.cards),
    listGone: values.gone,
    json: values.json,
    help: values.help,
  };
};
