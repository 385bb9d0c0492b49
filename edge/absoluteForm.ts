/** Requests whose target is a whole address (`GET http://news.example/x`), as proxies write them and every server must read. */
import type { IncomingMessage } from 'node:http';

/** The parts of a request that say what is asked of whom. */
type Asked = { url?: IncomingMessage['url']; readonly headers: Pick<IncomingMessage['headers'], 'host'> };

const wholeAddress = /^https?:\/\/([^/?#\\]*)(.*)$/is;

/**
 * Brings the target into the usual form, before anybody reads it. The host of the address counts, and the one beside it does
 * not (RFC 9112, 3.2.2): two places that name a host must not lead to two judgements. Whether it is ours is judged as ever.
 */
export const readAbsoluteForm = (request: Asked): void => {
  if (request.url === undefined || request.url.startsWith('/')) return;
  const [, host, rest = ''] = wholeAddress.exec(request.url) ?? [];
  if (host === undefined) return;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
};
