/** Reads what the settings say of the git remote from which the paper comes. */
import { resolve } from 'node:path';
import type { Release } from '#archive/publishing';
import type { GitPlace } from '#archive/remote/git';

/** A remote and the branch of it that is the paper. */
export type RemotePlace = {
  /** An address, an absolute path, or the name of a remote that the checkout has (`origin`). May hold a password. */
  readonly from: string;
  readonly branch: string;
};

/** What is pulled, and how often. */
export type PullPlan = RemotePlace & {
  /** Milliseconds between two pulls that nobody asked for; absent: only when the signed word comes. */
  readonly every?: number;
};

/** What a pull needs. */
export type PullNeeds = {
  readonly contentDir: string;
  readonly remote: RemotePlace;
  readonly place: Omit<GitPlace, 'cwd'>;
  /** Keeps the content folder from being read while git writes into it. */
  readonly hold: () => Release;
  /** When the pull was asked for, by `performance.now()`. */
  readonly asked: number;
};

/** A setting that cannot be used; the message names it and says what to write, and repeats no password. */
export class PlanFault extends Error {}

const second = 1000;
const units: Readonly<Record<string, number>> = { s: second, m: 60 * second, h: 3600 * second };
const shortest = 10 * second;
const longest = 24 * 3600 * second;

/** Whether an address without encryption stays inside the house: this machine, or a neighbour of a container. */
const isInHouse = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\]|[a-z0-9-]+)$/i.test(host);

const example = 'https://git.example/paper.git, git@git.example:paper.git, /srv/paper.git, or origin';

const urlOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new PlanFault(`PULL_FROM is no address of a git remote. Write something like ${example}.`);
  const isOpen = url.protocol === 'http:' && !isInHouse(url.hostname);
  if (isOpen || url.protocol === 'git:') {
    throw new PlanFault(
      `PULL_FROM goes over an open line (${url.protocol}//), on which anybody could write into the paper. Use https or ssh.`,
    );
  }
  if (!['https:', 'http:', 'ssh:', 'file:'].includes(url.protocol)) {
    throw new PlanFault(
      `PULL_FROM begins with ${url.protocol}, which is not pulled from. Write something like ${example}.`,
    );
  }
  return text;
};

/** The forms of git's own documentation: an address, `user@host:path`, a path, the name of a remote. */
const fromOf = (text: string): string => {
  if (/[\s\p{Cc}]/u.test(text) || text.startsWith('-') || text.includes('::')) {
    throw new PlanFault(`PULL_FROM is no address of a git remote. Write something like ${example}.`);
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return urlOf(text);
  if (/^(?:\/|\.\.?\/)/.test(text)) return resolve(/*turbopackIgnore: true*/ text);
  if (/^(?:[\w.-]+@)?[\w.-]+:[^:]+$/.test(text) || /^[\w.-]+$/.test(text)) return text;
  throw new PlanFault(`PULL_FROM is no address of a git remote. Write something like ${example}.`);
};

const branchOf = (text: string): string => {
  // What `git check-ref-format` refuses, and a hyphen at the front.
  const isBad = /^[-/.]|[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)|[/.]$/u.test(text);
  if (!isBad && text.length <= 200) return text;
  throw new PlanFault(`PULL_BRANCH is "${text}", which is no name of a branch. Write the name alone, like main.`);
};

const everyOf = (text: string): number | undefined => {
  if (text === 'never') return undefined;
  const [, number = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const every = Number(number) * (units[unit] ?? NaN);
  if (every >= shortest && every <= longest) return every;
  throw new PlanFault(
    `PULL_EVERY is "${text}". Write a time from 10s to 24h with its unit, like 30s, 5m or 1h, or never for pulls by webhook alone.`,
  );
};

/** Reads `PULL_FROM`, `PULL_BRANCH` and `PULL_EVERY`; without the first nothing is pulled. Throws `PlanFault`. */
export const pullPlanFrom = (env: Readonly<Record<string, string | undefined>>): PullPlan | undefined => {
  const lone = ['PULL_BRANCH', 'PULL_EVERY', 'PUBLISH_SECRET'].find((name) => env[name]);
  if (!env.PULL_FROM) {
    if (lone === undefined) return undefined;
    throw new PlanFault(
      `${lone} is set and PULL_FROM is not. Say from where to pull, like ${example}, or take ${lone} out.`,
    );
  }
  const every = everyOf(env.PULL_EVERY || '5m');
  return {
    from: fromOf(env.PULL_FROM),
    branch: branchOf(env.PULL_BRANCH || 'main'),
    ...(every !== undefined && { every }),
  };
};

/** Names in the environment that git, ssh and their way to the network need; nothing else of it reaches them. */
const seen =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|XDG_CONFIG_HOME|XDG_RUNTIME_DIR|SSH_AUTH_SOCK|GIT_SSH|GIT_SSH_COMMAND|GIT_SSH_VARIANT|GIT_SSL_CAINFO|GIT_SSL_CAPATH|SSL_CERT_FILE|SSL_CERT_DIR|(?:https?|all|no)_proxy|SYSTEMROOT)$/i;

/** The part of an environment that git may see, and whether it may go over an open line inside the house. */
export const gitEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (seen.test(name) && value !== undefined ? [[name, value]] : [])),
  ),
  ...(/^http:/i.test(env.PULL_FROM ?? '') && { GIT_ALLOW_PROTOCOL: 'http:https' }),
});
