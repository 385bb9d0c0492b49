/** Answers that the picture and file routes have in common. */

/** What never changes may be kept for ever, also by a device that sits between us and the reader. */
const keptForEver = 'public, max-age=31536000, immutable';

/** Feed readers and search engines show these on pages of their own; browsers never guess another type. */
export const sharedHeaders = {
  'Cache-Control': keptForEver,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/**
 * How many bytes follow. Next takes `Content-Length` out of every route's answer (16.4, `server/send-response.js`), so the
 * front door gets it under a second name and puts it back.
 */
export const lengthHeaders = (bytes: number): Readonly<Record<string, string>> => ({
  'Content-Length': String(bytes),
  'X-Body-Length': String(bytes),
});

const plain = (text: string, status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`${text}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });

/** 404. Never kept: an address may become public with the next edition or when an embargo ends. */
export const notThere = (): Response => plain('Not found', 404);

/** 503 where so many pictures are being made that the reader's browser had better ask again. */
export const tooBusy = (): Response =>
  plain('Too many pictures are being made. Try again.', 503, { 'Retry-After': '2' });

/** Whether the asker has this very thing already (`If-None-Match`); weak and strong names count alike (RFC 9110, 13.1.2). */
export const hasAlready = (request: Request, etag: string): boolean => {
  const names = request.headers.get('if-none-match');
  if (names === null) return false;
  return names.trim() === '*' || names.split(',').some((name) => name.trim().replace(/^W\//, '') === etag);
};

/** The path as it was asked for, still encoded; `undefined` with a query, which no address of ours has. */
export const pathOf = (request: Request): string | undefined => {
  const { pathname, search } = new URL(request.url);
  return search === '' ? pathname : undefined;
};
