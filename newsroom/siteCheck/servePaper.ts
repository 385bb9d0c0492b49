/** For tests: serves a news site that stands in a map, on the loopback. */
import { createServer } from 'node:http';

/** What one path answers. */
export type Paper = Map<string, { status?: number; headers: Record<string, string>; body: string | Buffer }>;

/** An answer that stands in no paper. */
export type OddAnswer = { status: number; headers: Record<string, string>; body?: string | Buffer };

/** Stands for the site's own origin in every document. */
export const anyOrigin = 'http://ORIGIN';

/** Serves a paper; `end` closes it. `odd` answers before the paper does, where it says so. */
export const servePaper = async (paper: Paper, odd?: (path: string) => OddAnswer | undefined) => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const found = odd?.(request.url ?? '/') ?? paper.get(path);
    const origin = `http://${request.headers.host}`;
    const own = (text: string): string => text.replaceAll(anyOrigin, origin);
    if (found?.headers.etag && request.headers['if-none-match'] === found.headers.etag)
      return void response.writeHead(304).end();
    const { body = '' } = found ?? {};
    const headers = Object.fromEntries(
      Object.entries(found?.headers ?? { 'content-type': 'text/plain' }).map(([name, value]) => [name, own(value)]),
    );
    response.writeHead(found ? (found.status ?? 200) : 404, headers).end(typeof body === 'string' ? own(body) : body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    origin,
    end: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};
