/** For tests: a bare repository, an editor's clone that pushes to it, and the checkout that the paper is made of. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitEnvironment, type PullNeeds } from '#archive/remote/plan';

/** A folder under git in which a test works. */
export type TestCheckout = {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  /** Runs git there; throws where it fails. Gives what it wrote, without the line end. */
  readonly git: (...args: string[]) => string;
  /** Commits all that lies there. */
  readonly commit: () => string;
  readonly push: () => void;
};

/** The three places. */
export type TestRemote = {
  readonly room: string;
  /** Path of the bare repository. */
  readonly remote: string;
  readonly editor: TestCheckout;
  /** The content folder, not there until a test makes it. */
  readonly contentDir: string;
  /** The content folder as a checkout; `clone` makes it one. */
  readonly paper: TestCheckout;
  readonly clone: () => void;
  readonly end: () => void;
};

/** What git may see in tests: nothing of the machine's own settings. */
export const testEnv = {
  // eslint-disable-next-line no-restricted-syntax -- Where git lies differs from machine to machine, and only its PATH knows.
  PATH: process.env.PATH ?? '',
  // Git needs none; Next declares that every environment has one.
  NODE_ENV: 'test' as const,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

const gitIn = (folder: string, args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, env: testEnv, stdio: 'pipe' }).toString().trimEnd();

const checkoutAt = (folder: string): TestCheckout => ({
  folder,
  write: (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  },
  git: (...args) => gitIn(folder, args),
  commit: () => {
    gitIn(folder, ['add', '-A']);
    gitIn(folder, ['commit', '-q', '-m', 'Words']);
    return gitIn(folder, ['rev-parse', 'HEAD']);
  },
  push: () => void gitIn(folder, ['push', '-q', 'origin', 'HEAD']),
});

/** Opens the places; the remote has one commit on `main`, with one article under `prefix`. */
export const openTestRemote = (prefix = ''): TestRemote => {
  const room = mkdtempSync(join(tmpdir(), 'standfirst-remote-'));
  const remote = join(room, 'remote.git');
  gitIn(room, ['init', '-q', '--bare', '-b', 'main', remote]);
  gitIn(room, ['clone', '-q', remote, 'editor']);
  const editor = checkoutAt(join(room, 'editor'));
  editor.git('checkout', '-q', '-B', 'main');
  editor.write(`${prefix}articles/2026/10/15/first.mdx`, 'first words');
  editor.commit();
  editor.push();
  const paper = checkoutAt(join(room, 'paper'));
  return {
    room,
    remote,
    editor,
    paper,
    contentDir: join(paper.folder, prefix),
    clone: () => void gitIn(room, ['clone', '-q', remote, 'paper']),
    end: () => rmSync(room, { recursive: true, force: true, maxRetries: 3 }),
  };
};

/** What a pull needs, with a desk that writes down when it is held and what it is told. */
export const pullNeeds = ({ contentDir, remote }: TestRemote, more: Partial<PullNeeds> = {}) => {
  const told: (readonly string[] | 'everything')[] = [];
  let holds = 0;
  const needs: PullNeeds = {
    contentDir,
    remote: { from: remote, branch: 'main' },
    place: { env: gitEnvironment(testEnv) },
    hold: () => {
      holds += 1;
      return (paths) => {
        holds -= 1;
        told.push(paths ? [...paths].sort() : 'everything');
      };
    },
    asked: 0,
    ...more,
  };
  return { needs, told, holds: () => holds };
};
