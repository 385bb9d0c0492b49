/** Finished answers: how they are made of what a route gives, and how they go out. */
import type { ServerResponse } from 'node:http';
import { Elsewhere, LeftToNext, NotThere } from '#compositor/endings';

/** A finished answer. */
export type SetAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const html = 'text/html; charset=utf-8';

/** A page. `fonts` is the `Link` of those that a browser begins to load with it. */
export const pageAnswer = (
  text: string,
  { status = 200, fonts }: { status?: number; fonts?: string } = {},
): SetAnswer => ({
  status,
  headers: { 'content-type': html, ...(fonts !== undefined && { link: fonts }) },
  body: Buffer.from(text),
});

/** A document. */
export const documentAnswer = async (response: Response): Promise<SetAnswer> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: Buffer.from(await response.arrayBuffer()),
});

/**
 * What a route answers that makes no page; the front door has words of its own for it. `undefined` where Next is to answer;
 * a fault is thrown on.
 */
export const answerTo = (ending: unknown): SetAnswer | undefined => {
  if (ending instanceof LeftToNext) return undefined;
  if (ending instanceof NotThere) return pageAnswer('', { status: 404 });
  if (ending instanceof Elsewhere) return { status: 308, headers: { location: ending.to }, body: Buffer.alloc(0) };
  throw ending;
};

/** Writes an answer. */
export const write = (response: ServerResponse, { status, headers, body }: SetAnswer): void => {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
};
