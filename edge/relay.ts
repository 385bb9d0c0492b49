/** Turns what the renderer answers into what a reader gets. */
import { pipeline } from 'node:stream/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasTag, send } from '#edge/answer';
import type { Answer } from '#edge/answer';
import type { AskedAddress } from '#edge/address';
import { readWhole } from '#edge/bodies';
import { varies } from '#edge/compression';
import { complain } from '#edge/log';
import type { NotFoundPage } from '#edge/notFound';
import { headersOutward } from '#edge/passage';
import { plainAnswer } from '#edge/plainAnswer';
import type { PlainStatus } from '#edge/plainPages';
import { cacheControlFor, referrerPolicyFor } from '#edge/policies';
import type { Policies } from '#edge/policies';
import { isEmptyErrorPage, linksWithoutRuntime, withoutRuntime } from '#edge/runtime';

/** What relaying needs to know. */
export type Relay = { readonly policies: Policies; readonly siteUrl: string; readonly notFound: NotFoundPage };

/** One answer on its way: the reader's request, and what the renderer said to it. */
export type Passing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: AskedAddress;
  readonly rendered: IncomingMessage;
};

/** Bytes of a page, feed or sitemap at most; the protocol of sitemaps allows 50 MB. */
const largestText = 60_000_000;

/** Relays an answer: redirects without their body, pages without Next's runtime, the rest as it is. */
export const relay = async (passing: Passing, relay: Relay): Promise<void> => {
  const { request, response, rendered, asked } = passing;
  const status = rendered.statusCode ?? 500;
  const type = rendered.headers['content-type'];
  if (status >= 300 && status < 400) return send(request, response, redirect(passing, relay));
  if (status >= 500) {
    rendered.destroy();
    complain('edge', `the renderer answered ${status} to ${asked.path}`);
    return send(request, response, plainAnswer(status === 503 ? 503 : 500, relay.policies));
  }
  if (status === 404 && !type?.startsWith('text/html')) {
    rendered.destroy();
    return send(request, response, await notFoundAnswer(asked, relay));
  }
  if (type?.startsWith('text/html')) return send(request, response, await pageAnswer(passing, relay));
  if (status >= 400) {
    rendered.resume();
    if (isPlain(status)) return send(request, response, plainAnswer(status, relay.policies, wayOut(rendered.headers)));
  }
  if (varies(type) && status === 200) {
    const body = await readWhole(rendered, largestText);
    return send(request, response, { status, headers: otherHeaders(passing, relay, status), body });
  }
  return streamed(passing, relay, status);
};

const plainStatuses: readonly PlainStatus[] = [400, 403, 404, 405, 408, 410, 413, 414, 415, 429, 431, 500, 503];
const isPlain = (status: number): status is PlainStatus => plainStatuses.some((known) => known === status);

/** What a refusal tells of the way out; its type and length are those of the page that takes its place. */
const wayOut = (headers: IncomingMessage['headers']): Record<string, string> => {
  const { allow, 'retry-after': retryAfter } = headersOutward(headers);
  return { ...(allow && { Allow: allow }), ...(retryAfter && { 'Retry-After': retryAfter }) };
};

const redirect = ({ asked, rendered }: Passing, { siteUrl, policies }: Relay): Answer => {
  rendered.resume();
  const location = rendered.headers.location ?? '';
  const target = URL.canParse(location, siteUrl) ? new URL(location, siteUrl) : undefined;
  // No page of ours sends readers away; one that would is a hole, whoever dug it.
  if (!target || target.hostname !== new URL(siteUrl).hostname) {
    complain('edge', `${asked.path} would have redirected to another site and was stopped`);
    return plainAnswer(500, policies);
  }
  return redirectTo(target.pathname + target.search + target.hash, rendered.statusCode ?? 308, policies);
};

/** A redirect inside the site. */
export const redirectTo = (path: string, status: number, { other }: Policies): Answer => ({
  status,
  headers: {
    ...other,
    Location: path,
    'Cache-Control': status === 308 ? 'public, max-age=0, must-revalidate' : 'no-store',
  },
  body: Buffer.alloc(0),
});

/** 404 with the rendered page for pages, with the plain one for what is part of a page. */
export const notFoundAnswer = async (asked: AskedAddress, { policies, notFound }: Relay): Promise<Answer> => {
  const plain = plainAnswer(404, policies);
  switch (asked.known?.kind) {
    case 'picture':
    case 'file':
    case 'static':
    case 'form':
      return plain;
    default:
      return notFound.html().then(
        (body) => ({ ...plain, body }),
        (fault: unknown) => {
          complain('edge', `the 404 page is missing: ${fault instanceof Error ? fault.message : String(fault)}`);
          return plain;
        },
      );
  }
};

const pageAnswer = async ({ asked, rendered }: Passing, relay: Relay): Promise<Answer> => {
  const status = rendered.statusCode ?? 500;
  const html = (await readWhole(rendered, largestText)).toString('utf8');
  if (isEmptyErrorPage(html) || html === '') {
    if (status === 404) return notFoundAnswer(asked, relay);
    complain('edge', `${asked.path} came without words (${status})`);
    return plainAnswer(isPlain(status) ? status : 500, relay.policies);
  }
  const link = linksWithoutRuntime(rendered.headers.link);
  return {
    status,
    headers: {
      ...relay.policies.page,
      ...headersOutward(rendered.headers),
      ...referrerPolicyFor(asked.known),
      ...(link && { link }),
      'Cache-Control': cacheControlFor(asked.known, status, undefined),
    },
    body: Buffer.from(withoutRuntime(html)),
  };
};

const otherHeaders = ({ asked, rendered }: Passing, { policies }: Relay, status: number): Record<string, string> => ({
  ...policies.other,
  ...headersOutward(rendered.headers),
  // Documents for machines name their page, their hub, their licence.
  ...(typeof rendered.headers.link === 'string' && { Link: rendered.headers.link }),
  'Cache-Control': cacheControlFor(asked.known, status, rendered.headers['cache-control']),
});

/** Pictures, films and sound go through as they come, with the tag that their route gave them. */
const streamed = async (passing: Passing, relay: Relay, status: number): Promise<void> => {
  const { request, response, rendered } = passing;
  const tag = rendered.headers.etag;
  const known = status === 200 && tag !== undefined && hasTag(request.headers['if-none-match'], tag);
  // Next takes `Content-Length` out of what a route answers; our routes say it again in a header of the house.
  const length = rendered.headers['content-length'] ?? rendered.headers['x-body-length'];
  response.writeHead(known ? 304 : status, {
    ...otherHeaders(passing, relay, status),
    ...(tag && { ETag: tag }),
    ...(typeof length === 'string' && !known && { 'Content-Length': length }),
  });
  if (known || request.method === 'HEAD') {
    rendered.destroy();
    response.end();
  } else await pipeline(rendered, response);
};
