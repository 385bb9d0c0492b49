/** What a webhook tells: a push to the branch that is the paper, another push, a trial of the line, something else. */
import type { IncomingHttpHeaders } from 'node:http';
import { isForm } from '#edge/hookForm';

/** What is to be done about a webhook. */
export type HookEvent =
  | 'push'
  /** The git host tries whether somebody answers. */
  | 'ping'
  /** A push to other branches or of tags alone. */
  | 'otherBranch'
  /** Issues, comments and whatever else a git host can tell of. */
  | 'otherEvent'
  | 'unreadable';

/** Names of events, by the header in which a git host writes them. */
const pushes: Readonly<Record<string, readonly string[]>> = {
  'x-github-event': ['push'],
  'x-forgejo-event': ['push'],
  'x-gitea-event': ['push'],
  'x-gogs-event': ['push'],
  'x-gitlab-event': ['Push Hook', 'System Hook'],
  'x-event-key': ['repo:push', 'repo:refs_changed', 'mirror:repo_synchronized'],
};

const isPing = (headers: IncomingHttpHeaders): boolean =>
  headers['x-github-event'] === 'ping' || headers['x-event-key'] === 'diagnostics:ping';

const isOtherEvent = (headers: IncomingHttpHeaders): boolean =>
  Object.entries(pushes).some(([header, names]) => {
    const event = headers[header];
    return typeof event === 'string' && !names.includes(event);
  });

const inside = (value: unknown, name: string): unknown =>
  // A boundary: what a stranger's JSON holds is looked at one step at a time.
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Full names of what was pushed: `refs/heads/main`. */
const refsIn = (told: unknown): string[] => {
  // Bitbucket's two products have each a form of their own.
  const cloud = listIn(inside(inside(told, 'push'), 'changes')).map((change) => {
    const ref = inside(change, 'new') ?? inside(change, 'old');
    const kind = inside(ref, 'type') === 'tag' ? 'tags' : 'heads';
    const name = inside(ref, 'name');
    return typeof name === 'string' ? `refs/${kind}/${name}` : undefined;
  });
  const dataCenter = listIn(inside(told, 'changes')).map((change) => inside(change, 'refId'));
  return [inside(told, 'ref'), ...cloud, ...dataCenter].filter((ref) => typeof ref === 'string');
};

const jsonOf = (body: string, headers: IncomingHttpHeaders): unknown =>
  JSON.parse(isForm(headers) ? (new URLSearchParams(body).get('payload') ?? '') : body);

/**
 * Reads a webhook whose signature is right. `body`: absent where it was too long to be kept; that one, an empty one, and one
 * that names no branch count as a push: a pull too many costs nothing.
 */
export const hookEventOf = (headers: IncomingHttpHeaders, body: Buffer | undefined, branch: string): HookEvent => {
  if (isPing(headers)) return 'ping';
  if (isOtherEvent(headers)) return 'otherEvent';
  if (body === undefined || body.length === 0) return 'push';
  try {
    const refs = refsIn(jsonOf(body.toString('utf8'), headers));
    return refs.length === 0 || refs.includes(`refs/heads/${branch}`) ? 'push' : 'otherBranch';
  } catch {
    return 'unreadable';
  }
};
