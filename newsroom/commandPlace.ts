/** Where a command of the newsroom works: the folders, the publication and the clock, from the environment it is given. */
import { join } from 'node:path';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import { site } from '#site';
import { clockShiftFor, type Settings, settingsFrom, SettingFault } from '../settings';

/** What the commands must know of this machine and this publication. */
export type CommandPlace = {
  /** Absolute. */
  readonly contentDir: string;
  /** Absolute; commands never write there. */
  readonly dataDir: string;
  /** Absolute; what may be lost at any time, so that the next run need not work it out again. */
  readonly cacheDir: string;
  readonly siteUrl: string;
  readonly site: Site;
  /** The git remote from which the paper comes; absent: none. */
  readonly pull?: NonNullable<Settings['pull']>;
  /** The present moment, moved by `TEST_CLOCK`. */
  readonly now: () => Moment;
  /** Folders that a path on the command line may be relative to, in order. */
  readonly standing: readonly string[];
};

/** A command cannot do what it was asked; the message is for a person and names the remedy. */
export class CommandFault extends Error {}

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings that a command needs. `cwd` is the folder in which the command runs; npm changes it to the clone's and
 * leaves the folder in which the editor typed in `INIT_CWD`. Throws `CommandFault` for a setting that cannot be used.
 */
export const commandPlace = (env: Environment, cwd: string): CommandPlace => {
  try {
    const { contentDir, dataDir, siteUrl, pull } = settingsFrom(env);
    const shift = clockShiftFor(env.TEST_CLOCK, siteUrl, Date.now());
    const cacheDir = join(cwd, 'node_modules', '.cache', 'standfirst');
    const typedIn = env.INIT_CWD ? [env.INIT_CWD] : [];
    const standing = [...typedIn, cwd];
    return {
      contentDir,
      dataDir,
      cacheDir,
      siteUrl,
      site,
      now: () => Date.now() + shift,
      standing,
      ...(pull && { pull }),
    };
  } catch (fault) {
    if (fault instanceof SettingFault) throw new CommandFault(fault.message);
    throw fault;
  }
};
