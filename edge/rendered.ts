/** Turns what the renderer answers into what a reader gets: pages without the runtime, redirects without a body, our headers. */
import type { IncomingMessage } from 'node:http';
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import { readWhole } from '#edge/bodies';
import { cacheHeadersFor } from '#edge/caching';
import { headersOutward } from '#edge/passage';
import { plainAnswer } from '#edge/plainAnswer';
import { isPlainStatus } from '#edge/plainPages';
import { RenderFault } from '#edge/renderFault';
import { referrerPolicyFor } from '#edge/policies';
import type { Policies } from '#edge/policies';
import { isEmptyErrorPage, linksWithoutRuntime, withoutRuntime } from '#edge/runtime';

/** What every answer of this site depends on. */
export type House = { readonly policies: Policies; readonly siteUrl: string };

/** Bytes of a page, feed or sitemap at most; the protocol of sitemaps allows 50 MB. */
const largestText = 60_000_000;

/** Reads an answer of the renderer to its end. Throws `RenderFault` for failures, empty documents and streamed pages. */
export const answerOf = async (asked: AskedAddress, rendered: IncomingMessage, house: House): Promise<Answer> => {
  const status = rendered.statusCode ?? 500;
  const type = rendered.headers['content-type'];
  if (status >= 500) {
    rendered.destroy();
    throw new RenderFault(`the renderer answered ${status}`);
  }
  if (status >= 300 && status < 400) return redirectOf(asked, rendered, house);
  if (type?.startsWith('text/html')) return pageOf(asked, rendered, house);
  if (status >= 400 && isPlainStatus(status)) {
    rendered.resume();
    return plainAnswer(status, house.policies, wayOut(rendered.headers));
  }
  const body = await readWhole(rendered, largestText);
  return { status, headers: otherHeaders(asked, rendered, house), body };
};

/** What a refusal tells of the way out; its type and length are those of the page that takes its place. */
const wayOut = (headers: IncomingMessage['headers']): Record<string, string> => {
  const { allow, 'retry-after': retryAfter } = headersOutward(headers);
  return { ...(allow && { Allow: allow }), ...(retryAfter && { 'Retry-After': retryAfter }) };
};

const redirectOf = (asked: AskedAddress, rendered: IncomingMessage, { siteUrl, policies }: House): Answer => {
  rendered.resume();
  const location = rendered.headers.location ?? '';
  const target = URL.canParse(location, siteUrl) ? new URL(location, siteUrl) : undefined;
  // No page of ours sends readers away; one that would is a hole, whoever dug it.
  if (!target || target.hostname !== new URL(siteUrl).hostname) {
    throw new RenderFault('it would have redirected to another site and was stopped');
  }
  return redirectTo(target.pathname + target.search + target.hash, rendered.statusCode ?? 308, { policies, asked });
};

/** A redirect inside the site. */
export const redirectTo = (
  path: string,
  status: number,
  { policies, asked }: { readonly policies: Policies; readonly asked: AskedAddress },
): Answer => ({
  status,
  headers: {
    ...policies.other,
    Location: path,
    ...(status === 308 ? cacheHeadersFor(asked, status, undefined) : { 'Cache-Control': 'no-store' }),
  },
  body: Buffer.alloc(0),
});

const pageOf = async (asked: AskedAddress, rendered: IncomingMessage, { policies }: House): Promise<Answer> => {
  const status = rendered.statusCode ?? 500;
  const html = (await readWhole(rendered, largestText)).toString('utf8');
  if (isEmptyErrorPage(html) || html === '') {
    if (status === 404) return plainAnswer(404, policies);
    throw new RenderFault(`it came without words (${status})`);
  }
  const link = linksWithoutRuntime(rendered.headers.link);
  return {
    status,
    headers: {
      ...policies.page,
      ...headersOutward(rendered.headers),
      ...referrerPolicyFor(asked.known),
      ...(link && { link }),
      ...cacheHeadersFor(asked, status, undefined),
    },
    body: Buffer.from(withoutRuntime(html)),
  };
};

/** Headers of what is no page. */
export const otherHeaders = (
  asked: AskedAddress,
  rendered: IncomingMessage,
  { policies }: House,
): Record<string, string> => ({
  ...policies.other,
  ...headersOutward(rendered.headers),
  // Documents for machines name their page, their hub, their licence.
  ...(typeof rendered.headers.link === 'string' && { Link: rendered.headers.link }),
  ...cacheHeadersFor(asked, rendered.statusCode ?? 500, rendered.headers['cache-control']),
});
