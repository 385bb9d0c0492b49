/** A finished response: its bytes in each encoding, its tags and its headers, made once and written many times. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '#edge/answer';
import { compress, encodingFor, varies } from '#edge/compression';
import type { Effort, Encoding } from '#edge/compression';
import { httpDate } from '#edge/httpDate';
import { isOpened, openedBy, openedType } from '#edge/opened';

/** What is written above the bytes. */
type Face = {
  readonly tag: string;
  /** Names and values by turns, as `writeHead` takes them without looking at each. */
  readonly head: readonly string[];
  /** Of 304: the same without what belongs to the body (RFC 9110, 15.4.5). */
  readonly headWithoutBody: readonly string[];
};

/** One encoding of a response, ready to be written. */
type Form = Face & {
  readonly body: Buffer;
  /** Of a feed: the same bytes for a person who opens it. */
  readonly opened?: Face;
};

/** A finished response. Its bytes never change; encodings are added when the first reader asks for them. */
export type Finished = {
  readonly status: number;
  /** The bytes before compression. */
  readonly body: Buffer;
  readonly type: string | undefined;
  /** When the content last changed, milliseconds since 1970 UTC, where the page says so. */
  readonly modified: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** How hard the first form of it is worked on. */
  readonly effort: Effort;
  readonly forms: Map<Encoding, Form>;
  /** Tags of forms that were replaced by smaller ones: a reader who has such a form still has this response. */
  readonly formerTags: Set<string>;
};

/** Makes a response out of an answer. Nothing is compressed yet: quickly, unless the bytes stay for as long as we run. */
export const finish = ({ status, headers, body }: Answer, effort: Effort = 'quick'): Finished => {
  const type = headers['Content-Type'] ?? headers['content-type'];
  const modified = Date.parse(headers['Last-Modified'] ?? headers['last-modified'] ?? '');
  return {
    status,
    body,
    type,
    headers,
    effort,
    modified: Number.isNaN(modified) ? undefined : modified,
    forms: new Map(),
    formerTags: new Set(),
  };
};

/** Room that a response is given in memory: its bytes, its compressed forms (a third and less of a page), its headers. */
export const weightOf = ({ body, type }: Finished): number => 3072 + Math.ceil(body.length * (varies(type) ? 1.6 : 1));

/** 16 bytes of a hash tell two answers apart. */
const digestOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest().subarray(0, 16).toString('base64url');

const bodyHeaders = new Set(['content-type', 'content-length', 'content-encoding', 'content-language']);

const pairs = (headers: Readonly<Record<string, string>>, may: (name: string) => boolean = () => true): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (may(name.toLowerCase()) ? [name, value] : []));

const faceOf = (finished: Finished, encoding: Encoding, length: number, mark: string): Face => {
  const { status, headers, type } = finished;
  const vary = ['Accept-Encoding', ...(openedType(type) ? [openedBy] : [])].join(', ');
  // A strong tag names bytes, so each form has its own (RFC 9110, 8.8.1); statuses but 200 go out whole, without one.
  const tag = status === 200 ? `"${digestOf(finished.body)}${mark}"` : '';
  const shared = { ...headers, ...(varies(type) && { Vary: vary }), ...(tag && { ETag: tag }) };
  return {
    tag,
    head: [
      ...pairs(shared),
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      ...['Content-Length', String(length)],
    ],
    headWithoutBody: pairs(shared, (name) => !bodyHeaders.has(name)),
  };
};

const withType = (headers: Readonly<Record<string, string>>, type: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, name.toLowerCase() === 'content-type' ? type : value]),
  );

const formOf = (finished: Finished, encoding: Encoding, body: Buffer, mark: string): Form => {
  const type = openedType(finished.type);
  const opened = type && { ...finished, headers: withType(finished.headers, type) };
  return {
    ...faceOf(finished, encoding, body.length, mark),
    body,
    ...(opened && { opened: faceOf(opened, encoding, body.length, `${mark}-opened`) }),
  };
};

const markOf = (encoding: Encoding): string => (encoding === 'identity' ? '' : `-${encoding}`);

/** The encoding of a response that this reader gets. */
export const encodingOf = ({ type, body }: Finished, request: IncomingMessage): Encoding =>
  encodingFor(request.headers['accept-encoding'] as string | undefined, type, body.length);

/** Adds an encoding where it is missing. */
export const prepare = async (finished: Finished, encoding: Encoding): Promise<void> => {
  if (finished.forms.has(encoding)) return;
  const body = await compress(finished.body, encoding, finished.effort);
  finished.forms.set(encoding, formOf(finished, encoding, body, markOf(encoding)));
};

/** Whether brotli's quick form stands there, and was not replaced yet. */
export const canShrink = ({ effort, forms, formerTags }: Finished): boolean =>
  effort === 'quick' && forms.has('br') && formerTags.size === 0;

/** Replaces brotli's quick form by its smallest: for responses that many readers get. Whoever has the old one keeps it. */
export const shrink = async (finished: Finished): Promise<void> => {
  const quick = finished.forms.get('br');
  if (!quick || finished.formerTags.size > 0) return;
  finished.formerTags.add(quick.tag);
  const body = await compress(finished.body, 'br', 'smallest');
  if (body.length < quick.body.length) finished.forms.set('br', formOf(finished, 'br', body, '-br11'));
};

/** Whether a list of tags names one (weak comparison, RFC 9110, 13.1.2); `*` names all. */
export const hasTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  tag !== '' &&
  (header.trim() === '*' || header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag));

/** Whether the reader has these bytes already: by tag, and by date only where no tag was sent (RFC 9110, 13.2.2). */
const isKnown = (finished: Finished, face: Face, { headers }: IncomingMessage): boolean => {
  const asked = headers['if-none-match'];
  if (finished.status !== 200) return false;
  if (asked !== undefined) return hasTag(asked, face.tag) || isFormer(finished, asked);
  const since = headers['if-modified-since'];
  return since !== undefined && finished.modified !== undefined && finished.modified <= httpDate(since);
};

const isFormer = ({ formerTags }: Finished, asked: string): boolean =>
  formerTags.size > 0 && [...formerTags].some((tag) => hasTag(asked, tag));

/** Writes a response whose encoding is prepared; answers what was written: status and bytes of the body. */
export const write = (
  finished: Finished,
  encoding: Encoding,
  request: IncomingMessage,
  response: ServerResponse,
): { readonly status: number; readonly bytes: number } => {
  const form = finished.forms.get(encoding);
  if (!form) throw new Error(`the form ${encoding} was not prepared`);
  const face = form.opened && isOpened(request) ? form.opened : form;
  if (isKnown(finished, face, request)) {
    response.writeHead(304, face.headWithoutBody as string[]);
    response.end();
    return { status: 304, bytes: 0 };
  }
  // Node reads the list and keeps nothing of it; its type is made for those who build it anew each time.
  response.writeHead(finished.status, face.head as string[]);
  const whole = request.method !== 'HEAD';
  response.end(whole ? form.body : undefined);
  return { status: finished.status, bytes: whole ? form.body.length : 0 };
};
