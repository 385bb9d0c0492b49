/** One request at a time: bounded in time and bytes, redirects followed by hand, never to another host. */
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Answer } from '#newsroom/siteRules/crawledSite';

/** Bounds of a request. */
export type Manners = {
  /** Name in the User-Agent line; empty: no such line. */
  readonly agent: string;
  /** Milliseconds for one whole answer. */
  readonly within: number;
  /** Bytes of a body after decompression. */
  readonly most: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The present by the site's clock; absent: not known. */
  readonly now?: () => number;
  /** Waits until the next request may be made; absent: at once. */
  readonly turn?: () => Promise<void>;
};

/** An answer with its body. */
export type Asked = { readonly answer: Answer; readonly body: Buffer };

type Step = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly fault?: string;
};

/** Redirects that are followed before they are called endless. */
const mostHops = 5;

const opened = (stream: Readable, coding: string): Readable => {
  if (/^(x-)?gzip$/.test(coding)) return stream.pipe(createGunzip());
  if (coding === 'br') return stream.pipe(createBrotliDecompress());
  return coding === 'deflate' ? stream.pipe(createInflate()) : stream;
};

const once = (address: string, { agent, within, most, headers }: Manners): Promise<Step> =>
  new Promise((resolve) => {
    const ask = address.startsWith('https:') ? secure : plain;
    let status = 0;
    let heads: Record<string, string> = {};
    const parts: Buffer[] = [];
    let bytes = 0;
    const end = (fault?: string): void => {
      clearTimeout(clock);
      resolve({ status, headers: heads, body: Buffer.concat(parts), ...(fault !== undefined && { fault }) });
      if (fault !== undefined) call.destroy();
    };
    const call = ask(address, {
      headers: {
        accept: '*/*',
        'accept-encoding': 'gzip, br',
        ...(agent !== '' && { 'user-agent': agent }),
        ...headers,
      },
    });
    const clock = setTimeout(() => end(`no whole answer came within ${within / 1000} seconds`), within);
    call.on('error', (fault) => end(`the connection broke: ${fault.message}`));
    call.on('response', (response) => {
      status = response.statusCode ?? 0;
      heads = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
      response.on('error', (fault) => end(`the connection broke: ${fault.message}`));
      response.on('aborted', () => end('the connection broke off in the middle'));
      const stream = opened(response, heads['content-encoding'] ?? '');
      stream.on('error', (fault) => end(`the body cannot be unpacked: ${fault.message}`));
      stream.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > most) return end(`the body has more than ${most} bytes`);
        parts.push(part);
      });
      stream.on('end', () => end());
    });
    call.end();
  });

/** Asks for an address and follows its redirects as long as they stay on the host. Never throws. */
export const ask = async (asked: string, manners: Manners): Promise<Asked> => {
  const hops: number[] = [];
  const { origin } = new URL(asked);
  let address = asked;
  for (;;) {
    await manners.turn?.();
    const { status, headers, body, fault } = await once(address, manners);
    const to = headers.location;
    const seen = { ...(fault !== undefined && { fault }), ...(manners.now && { at: manners.now() }) };
    const answer = { asked, address, status, headers, hops, bytes: body.length, ...seen };
    if (fault !== undefined || status < 300 || status > 399 || status === 304 || to === undefined)
      return { answer, body };
    hops.push(status);
    if (!URL.canParse(to, address))
      return { answer: { ...answer, fault: `it is redirected to "${to}", which is no address` }, body };
    address = new URL(to, address).href.replace(/#.*/, '');
    if (new URL(address).origin !== origin) return { answer: { ...answer, address }, body };
    if (hops.length > mostHops)
      return { answer: { ...answer, address, fault: `redirects never end, the last leads to ${address}` }, body };
  }
};

/** Turns for requests that a site wants this many milliseconds apart, whoever makes them. */
export const turnsOf = (apart: number): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const mine = last;
    last = last.then(() => new Promise((again) => setTimeout(again, apart)));
    return mine;
  };
};
