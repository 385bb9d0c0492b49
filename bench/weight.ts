/** What a page weighs on its way to a browser: the document and what it cannot be shown without, compressed as it is sent. */
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/** Bytes on the wire, without heads. */
export type Weight = {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** All fonts that the styles name; a page takes those whose letters it shows. */
  readonly fonts: number;
  /** What the next page of the same kind takes: what may not be kept by the browser. */
  readonly nextVisit: number;
};

type Sent = { readonly bytes: number; readonly text: string; readonly headers: IncomingHttpHeaders };

const sentAt = (url: string): Promise<Sent> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' }, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const body = Buffer.concat(chunks);
          if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}.`));
          const isSmall = answer.headers['content-encoding'] === 'br';
          const text = (isSmall ? brotliDecompressSync(body) : body).toString();
          resolve({ bytes: body.length, text, headers: answer.headers });
        });
    })
      .on('error', reject)
      .end();
  });

const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

const isKeptForEver = ({ headers }: Sent): boolean => headers['cache-control']?.includes('immutable') ?? false;

const sum = (all: readonly Sent[]): number => all.reduce((bytes, one) => bytes + one.bytes, 0);

/** Weighs the page at an address of a site. */
export const weigh = async (site: string, path: string): Promise<Weight> => {
  const page = await sentAt(site + path);
  const all = (addresses: readonly string[], base = site): Promise<Sent[]> =>
    Promise.all(addresses.map((address) => sentAt(new URL(address, base).href)));
  const styleAddresses = matches(page.text, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const styles = await all(styleAddresses);
  const scripts = await all(matches(page.text, /<script[^>]*src="([^"]+)"/g));
  const fontsOf = async (style: Sent, at: number): Promise<Sent[]> =>
    all(matches(style.text, /url\("?([^")]+\.woff2)"?\)/g), new URL(styleAddresses[at] ?? '/', site).href);
  const fonts = (await Promise.all(styles.map(fontsOf))).flat();
  const again = [...styles, ...scripts, ...fonts].filter((sent) => !isKeptForEver(sent));
  return {
    html: page.bytes,
    css: sum(styles),
    js: sum(scripts),
    fonts: sum(fonts),
    nextVisit: page.bytes + sum(again),
  };
};
