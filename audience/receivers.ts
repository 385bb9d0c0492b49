/** Who is told of changes: the WebSub hubs and the search engines of the publication, where they can reach it. */
import type { Address } from '#model/article';
import type { Site } from '#model/site';

/** One receiver of calls. */
export type Receiver =
  | { readonly kind: 'hub'; readonly address: string }
  | { readonly kind: 'index'; readonly address: string; readonly key: string; readonly siteUrl: string };

/** Where the file lies that proves the key to be ours (https://www.indexnow.org/documentation). */
export const keyFileAddress = (key: string): Address => `/${key}.txt`;

/** Whether an address leads to this machine alone. */
const isNear = (address: string): boolean => {
  const { hostname } = new URL(address);
  return /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
};

/** What the receivers depend on. */
export type ReceiverFacts = {
  readonly site: Pick<Site, 'hubs' | 'indexNow'>;
  readonly siteUrl: string;
  /** Key of the environment, which beats that of the publication. */
  readonly key?: string | undefined;
};

/**
 * The receivers. Nobody in the world can read a site that is at localhost, so only receivers on the same machine are told of
 * one.
 */
export const receiversFor = ({ site: { hubs, indexNow }, siteUrl, key = indexNow.key }: ReceiverFacts): Receiver[] => {
  const all: Receiver[] = [
    ...[...new Set(hubs)].map((address): Receiver => ({ kind: 'hub', address })),
    ...(key ? [{ kind: 'index' as const, address: indexNow.endpoint, key, siteUrl }] : []),
  ];
  return all.filter(({ address }) => !isNear(siteUrl) || isNear(address));
};
