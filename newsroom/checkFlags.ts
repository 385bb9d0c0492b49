/** The words after `npm run check --`. */
import { CommandFault } from '#newsroom/commandPlace';
import { nearest } from '#model/nearest';

/** What `check` was asked to do. */
export type CheckFlags = {
  /** One object of JSON instead of lines for people. */
  readonly json: boolean;
  /** Notes count like problems. */
  readonly strict: boolean;
  /** Mends what is mechanical first. */
  readonly fix: boolean;
  readonly help: boolean;
  /** Files and folders to report on, as typed; none: everything. */
  readonly paths: readonly string[];
};

/** How `check` is used, for `--help`. */
export const checkUsage = `npm run check                        reads everything and says what is wrong
npm run check -- FILE or FOLDER …    reads everything, reports on those alone
npm run check -- --fix               mends what is mechanical; alters no word
npm run check -- --strict            notes count like problems
npm run --silent check -- --json     one object for a program

Ends with 0 without problems, 1 with problems, 2 where it could not run.
`;

const names = ['json', 'strict', 'fix', 'help'] as const;

/** Reads the flags; throws `CommandFault` for one that does not exist. What follows `--` is a path in any case. */
export const checkFlags = (args: readonly string[]): CheckFlags => {
  const end = args.indexOf('--');
  const [before, after] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
  const flags = new Set<string>();
  const paths: string[] = [];
  for (const arg of before) {
    if (!arg.startsWith('-')) paths.push(arg);
    else flags.add(arg === '-h' ? 'help' : arg.replace(/^--/, ''));
  }
  for (const flag of flags) {
    if (names.some((name) => name === flag)) continue;
    const near = nearest(flag, names);
    throw new CommandFault(
      `There is no ${flag.startsWith('-') ? flag : `--${flag}`}. ${near ? `Did you mean --${near}?` : 'npm run check -- --help tells what there is.'}`,
    );
  }
  return {
    json: flags.has('json'),
    strict: flags.has('strict'),
    fix: flags.has('fix'),
    help: flags.has('help'),
    paths: [...paths, ...after],
  };
};
