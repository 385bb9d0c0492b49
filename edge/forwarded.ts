/** Reads what proxies say of the request they pass on: `X-Forwarded-*` and `Forwarded` (RFC 7239). */
import type { IncomingHttpHeaders } from 'node:http';

/** One step of the way, nearest to the reader first; what a proxy did not say is absent. */
export type Step = {
  readonly for?: string | undefined;
  readonly host?: string | undefined;
  readonly proto?: string | undefined;
};

// token "=" ( token / quoted-string ), as RFC 7239 (4) has it; what lies between pairs of one step is a semicolon.
const pair = /\s*([!#$%&'*+.^_`|~\w-]+)=("(?:[^"\\]|\\.)*"|[^\s",;]*)\s*(;|,|$)/y;

/** Steps and bytes that are read at most: a way through more proxies is none of ours. */
const mostSteps = 32;
const longestHeader = 4096;

/** The steps of a `Forwarded` header; empty where it is malformed, because half of a way leads nowhere. */
export const stepsOf = (header: string | undefined): readonly Step[] => {
  if (header === undefined || header.length > longestHeader) return [];
  const steps: Record<string, string>[] = [{}];
  pair.lastIndex = 0;
  while (pair.lastIndex < header.length) {
    const found = pair.exec(header);
    if (!found) return [];
    const [, name = '', value = '', end] = found;
    const text = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
    const step = steps.at(-1);
    if (step) step[name.toLowerCase()] = text;
    if (end === ',') steps.push({});
  }
  return steps.length > mostSteps ? [] : steps;
};

/** Takes the port and the brackets from an address of a step: `"[2001:db8::1]:47"`, `192.0.2.1:4711`. */
export const withoutPort = (text: string): string => {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
  if (bracketed) return bracketed[1] ?? '';
  return /^[^:]*:\d+$/.test(text) ? text.slice(0, text.indexOf(':')) : text;
};

/** The entries of a header that is a list; repeated headers were joined with commas before. */
export const listOf = (header: string | string[] | undefined): readonly string[] => {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  if (text === '' || text.length > longestHeader) return [];
  const entries = text.split(',').map((entry) => entry.trim());
  return entries.length > mostSteps ? [] : entries;
};

/** What the nearest proxy says that the reader asked for: the last entry is the one it wrote itself. */
export const askedThrough = (
  headers: IncomingHttpHeaders,
): { host?: string | undefined; proto?: string | undefined } => {
  const last = stepsOf(headers.forwarded).at(-1);
  return {
    host: listOf(headers['x-forwarded-host']).at(-1) ?? last?.host,
    proto: (listOf(headers['x-forwarded-proto']).at(-1) ?? last?.proto)?.toLowerCase(),
  };
};
