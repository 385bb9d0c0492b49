/** Where a visit goes next: the addresses that are known, soon before later, and what is left out and why. */
import { mayRead, type Robots } from '#newsroom/siteRules/robotsFile';

/** What is expected at an address. */
export type Kind = 'page' | 'feed' | 'sitemap' | 'picture';

type Stop = readonly [address: string, kind: Kind];

type Journey = {
  readonly origin: string;
  readonly agent: string;
  readonly robots: Robots;
  readonly maxPages: number;
  /** Whether pages of an address's shape still bring anything new. */
  readonly isOpen: (address: string) => boolean;
};

/** Opens the list of a visit; nothing stands on it yet. */
export const openItinerary = ({ origin, agent, robots, maxPages, isOpen }: Journey) => {
  const known = new Set<string>();
  const namedBy = new Map<string, string>();
  const [soon, later]: [Stop[], Stop[]] = [[], []];
  const left = { closed: 0, away: 0, tooMany: 0 };
  let pages = 0;
  return {
    /** Who named an address first, in the order of addresses. */
    namedBy,
    /** Addresses that were not visited: robots.txt closes them, they are elsewhere, there were enough pages. */
    left,
    /** Takes an address for known, which a redirect led to; answers whether it was new. */
    arriveAt: (address: string): boolean => {
      const isNew = !known.has(address);
      known.add(address);
      return isNew;
    },
    want: (address: string, kind: Kind, by?: string, isSoon = false): void => {
      if (address === '' || !URL.canParse(address)) return;
      if (by !== undefined && by < (namedBy.get(address) ?? '\uffff')) namedBy.set(address, by);
      if (known.has(address)) return;
      if (new URL(address).origin !== origin) return void left.away++;
      known.add(address);
      if (!mayRead(robots, agent, address)) return void left.closed++;
      (isSoon ? soon : later).push([address, kind]);
    },
    /** The next address to visit. */
    next: (): Stop | undefined => {
      for (let stop = soon.shift() ?? later.shift(); stop; stop = soon.shift() ?? later.shift()) {
        const [address, kind] = stop;
        if (kind !== 'page') return stop;
        if (pages >= maxPages) left.tooMany++;
        else if (isOpen(address)) {
          pages++;
          return stop;
        }
      }
      return undefined;
    },
    /** How many are still to be visited. */
    waiting: (): number => soon.length + later.length,
  };
};
