/** Pulls once from the git remote and says how it went: to try keys and settings before the site does, and to see what is in the way. */
import { pullOnce } from '#archive/remote/pull';
import { CommandFault, commandPlace, type Environment } from '#newsroom/commandPlace';
import type { Screen } from '#newsroom/screen';

/** What the command works with. */
export type PullCommand = {
  /** The words after the command; it understands `--help` alone. */
  readonly args: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  readonly out: Screen;
  /** For what is in the way. */
  readonly side: Screen;
};

const usage = `npm run pull     pulls the paper once from the git remote of PULL_FROM, as the site does, and says how it went

CONTENT_DIR, PULL_FROM and PULL_BRANCH come from the environment; docs/operations.md says what they mean.
Ends with 0 where all is pulled, 1 where something is in the way, 2 where nothing could be tried.
`;

/**
 * Gives the exit code: 0 where all is pulled, 1 where something is in the way, 2 where nothing could be tried. May run beside
 * the site, whose publisher sees the lock of git and waits for the last file.
 */
export const pullNow = async ({ args, env, cwd, out, side }: PullCommand): Promise<number> => {
  try {
    const words = args.filter((word) => word !== '--');
    if (words.some((word) => word === '--help' || word === '-h')) {
      out.write(usage);
      return 0;
    }
    if (words.length > 0)
      throw new CommandFault(`pull takes no words, and here is ${words[0]}. What is pulled stands in the environment.`);
    const { contentDir, pull } = commandPlace(env, cwd);
    if (!pull) throw new CommandFault('Nothing is pulled: set PULL_FROM to the git remote that the paper comes from.');
    const place = { env: pull.env };
    const { outcome, message } = await pullOnce({
      contentDir,
      remote: pull,
      place,
      hold: () => () => undefined,
      asked: 0,
    });
    const isWell = outcome === 'new' || outcome === 'unchanged';
    (isWell ? out : side).write(`${outcome}: ${message}\n`);
    return isWell ? 0 : 1;
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    side.write(`${fault.message}\n`);
    return 2;
  }
};
