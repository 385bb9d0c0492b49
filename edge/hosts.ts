/** Whether a request was meant for this site: by the host it names, and by the way it came. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIPv4 } from 'node:net';
import { askedThrough, withoutPort } from '#edge/forwarded';
import { publishAddress } from '#edge/publishAddress';
import { plainAddress } from '#edge/trustedProxies';
import type { TrustedProxies } from '#edge/trustedProxies';

/** What the site answers to. */
export type SiteHosts = {
  /** Public address, as configured; absent: nobody said where the site is, so every host may be it. */
  readonly siteUrl: string | undefined;
  /** Further names in lower case (`www.news.example`), which are sent on to the public address. */
  readonly also: readonly string[];
  readonly trusted: TrustedProxies;
};

/** The parts of a request that say for whom it is. */
export type Addressed = {
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/** How a request is to be answered. */
export type HostVerdict =
  | { readonly is: 'ours' }
  /** 400: HTTP/1.1 without a host, with two, or with one that is none. */
  | { readonly is: 'malformed' }
  /** 421: meant for another site. */
  | { readonly is: 'foreign' }
  /** 308: the same address under the public name, by https where the site has it. */
  | { readonly is: 'elsewhere'; readonly to: string; readonly forEver: boolean };

const ours: HostVerdict = { is: 'ours' };
// RFC 3986 (3.2.2), as far as it occurs in a Host: names, addresses, an address in brackets, a port.
const hostForm = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;

const countHosts = (rawHeaders: readonly string[]): number => {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
};

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));

/**
 * Makes the judge. The front door asks it first, before anything else is read. Ports are not compared: between the reader
 * and this process stand proxies and containers that change them. Whoever watches over the site asks `/api/health/…` by any
 * name, and so does the git host `/api/publish`; programs on this machine may say `localhost`.
 */
export const hostVerdictFor = ({ siteUrl, also, trusted }: SiteHosts): ((request: Addressed) => HostVerdict) => {
  const site = siteUrl === undefined ? undefined : new URL(siteUrl);
  const siteName = withoutPort(site?.hostname ?? '').toLowerCase();
  const others = new Set(also);
  return (request) => {
    const { headers, rawHeaders, socket, url = '' } = request;
    const count = countHosts(rawHeaders);
    const { host } = headers;
    if (count > 1 || (count === 0 && request.httpVersion === '1.1')) return { is: 'malformed' };
    if (host !== undefined && !hostForm.test(host)) return { is: 'malformed' };
    if (!site || url.startsWith('/api/health/')) return ours;
    const through = trusted.has(socket.remoteAddress) ? askedThrough(headers) : {};
    const name = nameOf(through.host ?? host);
    if (name === siteName)
      return through.proto === 'http' && site.protocol === 'https:' ? away(site, url, false) : ours;
    // HTTP/1.0 knows no Host, and there is nothing wrong with it.
    if (name === undefined) return ours;
    if (isLoopback(name) && (isLoopback(siteName) || isLoopback(plainAddress(socket.remoteAddress ?? '')))) return ours;
    // The git host speaks to each node by the node's own name; its word is signed.
    if (url === publishAddress) return ours;
    // A name with a closing dot is the same name, written out to the root.
    const plain = name.replace(/\.$/, '');
    return others.has(plain) || plain === siteName ? away(site, url, true) : { is: 'foreign' };
  };
};

/**
 * The same address under the public name. `forEver`: whether caches may remember it; a redirect from http to https depends
 * on a header, and a cache that looks at the address alone would lead readers of the https page in circles.
 */
const away = (site: URL, url: string, forEver: boolean): HostVerdict => ({
  is: 'elsewhere',
  to: `${site.origin}${url.startsWith('/') && !/^\/[/\\]/.test(url) ? url : '/'}`,
  forEver,
});

const nameOf = (host: string | undefined): string | undefined =>
  host === undefined ? undefined : withoutPort(host).replace(/:$/, '').toLowerCase();
