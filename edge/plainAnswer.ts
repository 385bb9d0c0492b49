/** The door's own pages as answers. */
import type { Answer } from '#edge/answer';
import { plainPage } from '#edge/plainPages';
import type { PlainStatus } from '#edge/plainPages';
import type { Policies } from '#edge/policies';

/** Makes the answer for a status. `more`: headers that belong to it, like `Allow` or `Retry-After`. */
export const plainAnswer = (
  status: PlainStatus,
  { page }: Policies,
  more: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: {
    ...page,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': status === 404 ? 'public, max-age=0, s-maxage=10' : 'no-store',
    ...(status === 503 && { 'Retry-After': '5' }),
    ...more,
  },
  body: Buffer.from(plainPage(status)),
});
