/** Places for connections: how many there are, and who gives one up when all are taken. */
import type { Socket } from 'node:net';
import type { EndedFor } from '#edge/counting';
import { sourceOf } from '#edge/source';
import { plainAddress } from '#edge/trustedProxies';

/** What places are made of. */
export type PlacesPlan = {
  readonly most: number;
  /** Whether an address is a proxy, which stands for many readers and gives up no place. */
  readonly isProxy?: (address: string) => boolean;
  /** Asks for the connections on which nothing happens to be ended; called when few places are left. */
  readonly tidy?: () => void;
  /** Told of each connection that is ended. */
  readonly ended?: (reason: EndedFor) => void;
};

/** The places. */
export type Places = {
  /** Takes a place for a connection; `false`: there is none, and nobody who should give one up. */
  readonly take: (socket: Socket) => boolean;
  /** Connections that are open now. */
  readonly open: () => ReadonlySet<Socket>;
  readonly ended: (reason: EndedFor) => void;
};

/** From this share of all places on, connections on which nothing happens are ended. */
const fewLeft = 0.9;
/** Milliseconds between two such sweeps. */
const tidyEvery = 1000;

/** Opens the places. */
export const openPlaces = ({ most, isProxy = () => false, tidy, ended = () => undefined }: PlacesPlan): Places => {
  const open = new Set<Socket>();
  const bySource = new Map<string, Set<Socket>>();
  let tidiedAt = -Infinity;

  const forget = (socket: Socket, source: string | undefined): void => {
    open.delete(socket);
    if (source === undefined) return;
    const own = bySource.get(source);
    own?.delete(socket);
    if (own?.size === 0) bySource.delete(source);
  };

  const largest = (): readonly [source: string, sockets: ReadonlySet<Socket>] | undefined => {
    let found: readonly [string, ReadonlySet<Socket>] | undefined;
    for (const one of bySource) if (!found || one[1].size > found[1].size) found = one;
    return found;
  };

  /** Ends the oldest connection of whoever has most of them, where that is more than the newcomer would have. */
  const makeRoomFor = (source: string | undefined): boolean => {
    const crowd = largest();
    const own = source === undefined ? 0 : (bySource.get(source)?.size ?? 0);
    const [oldest] = crowd?.[1] ?? [];
    if (!crowd || !oldest || crowd[1].size <= own + 1) return false;
    forget(oldest, crowd[0]);
    oldest.destroy();
    ended('crowd');
    return true;
  };

  const tidyInTime = (): void => {
    if (open.size < most * fewLeft || performance.now() - tidiedAt < tidyEvery) return;
    tidiedAt = performance.now();
    tidy?.();
  };

  return {
    open: () => open,
    ended,
    take: (socket) => {
      const address = plainAddress(socket.remoteAddress ?? '');
      const source = isProxy(address) ? undefined : sourceOf(address);
      tidyInTime();
      if (open.size >= most && !makeRoomFor(source)) {
        ended('full');
        return false;
      }
      open.add(socket);
      if (source !== undefined) bySource.set(source, (bySource.get(source) ?? new Set()).add(socket));
      socket.once('close', () => forget(socket, source));
      return true;
    },
  };
};
