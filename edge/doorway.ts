/** Puts the parts of the front door together: what it keeps, what it reads, what it is told of editions. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { frontDoor } from '#edge/frontDoor';
import type { Door } from '#edge/frontDoor';
import type { Health } from '#edge/health';
import { openKeeping } from '#edge/keeping';
import type { Keeping } from '#edge/keeping';
import type { RendererLine } from '#edge/line';
import type { EditionNews } from '#edge/messages';
import { openPictures } from '#edge/pictures';
import type { House } from '#edge/rendered';
import { makeShelf } from '#edge/shelf';
import type { Shelf } from '#edge/shelf';
import type { StaticFile } from '#edge/staticFiles';
import { readTargets } from '#edge/targets';
import { noProxies } from '#edge/trustedProxies';
import type { TrustedProxies } from '#edge/trustedProxies';

/** What a doorway is built of. */
export type DoorwayPlan = House & {
  readonly line: RendererLine;
  readonly files: ReadonlyMap<string, StaticFile>;
  /** Bytes of finished pages in memory at most; pictures get a quarter of that beside. */
  readonly keep: number;
  readonly health: () => Health;
  /** Hears the git host; absent where nobody is heard. */
  readonly publish?: NonNullable<Door['publish']>;
  /** Proxies that may say for whom they ask; absent: nobody. */
  readonly trusted?: TrustedProxies;
  /** Told of each answer that went out, with what lay there. */
  readonly answered?: NonNullable<Door['answered']>;
};

/** The front door and its handles. */
export type Doorway = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly keeping: Keeping;
  readonly shelf: Shelf;
  /** An edition was published. */
  readonly turnTo: (news: EditionNews) => void;
  /** Names of query parameters that may be those of an old address. */
  readonly learnParameters: (names: readonly string[]) => void;
};

/** Builds the doorway. */
export const buildDoorway = (plan: DoorwayPlan): Doorway => {
  const house: House = { policies: plan.policies, siteUrl: plan.siteUrl };
  const shelf = makeShelf(plan.keep);
  const keeping = openKeeping({ line: plan.line, house, shelf });
  const pictures = openPictures({ line: plan.line, siteUrl: plan.siteUrl, bytes: Math.ceil(plan.keep / 4) });
  const targets = readTargets(plan.files, plan.policies);
  return {
    handle: frontDoor({ ...plan, keeping, pictures, targets, trusted: plan.trusted ?? noProxies }),
    keeping,
    shelf,
    turnTo: (news) => {
      pictures.turnTo(news);
      keeping.turnTo(news);
    },
    learnParameters: targets.turnTo,
  };
};
