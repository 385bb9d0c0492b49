/** What a request line means, worked out once for each spelling: the address, the key of its kept response, or a file. */
import { LRUCache } from 'lru-cache';
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import { encodingFor } from '#edge/compression';
import { finish, prepare } from '#edge/finished';
import type { Finished } from '#edge/finished';
import type { Policies } from '#edge/policies';
import type { StaticFile } from '#edge/staticFiles';

/** A request line that was understood. */
export type ReadTarget = {
  readonly asked: AskedAddress;
  /** The key of the response where it can be served as kept: it is spelled in its one form and is no old address. */
  readonly key?: string;
  /** A file of the site's own: styles, fonts, icons. */
  readonly file?: Finished;
};

/** Reads request lines. */
export type Targets = {
  readonly read: (url: string) => ReadTarget | undefined;
  /** Whether the query may be that of an old address (`/?p=4711`). All other parameters say nothing. */
  readonly mayBeOld: (asked: AskedAddress) => boolean;
  /** Tells the names of parameters that old addresses have, in small letters. */
  readonly turnTo: (parameters: readonly string[]) => void;
};

/** Spellings that are remembered, and the longest of them: a flood of queries must not fill the memory. */
const mostRemembered = 20_000;
const longestRemembered = 300;

const finishFile = ({ type, cacheControl, body }: StaticFile, { other }: Policies): Finished =>
  finish({ status: 200, headers: { ...other, 'Content-Type': type, 'Cache-Control': cacheControl }, body }, 'smallest');

/** The style sheet stands between every new reader and the first paint, so its smallest form waits for the first of them. */
const prepareAhead = (file: Finished): void => {
  const encoding = encodingFor('br', file.type, file.body.length);
  // What fails here fails again, and is told, when a reader asks for the file.
  prepare(file, encoding).catch(() => undefined);
};

/** Kinds of addresses whose responses are everybody's. */
const isKept = ({ known }: AskedAddress): boolean => {
  switch (known?.kind) {
    case undefined:
    case 'picture':
    case 'card':
    case 'file':
    case 'static':
    case 'form':
    case 'newsletter':
      return false;
    default:
      return true;
  }
};

/** Opens the reading of request lines. */
export const readTargets = (files: ReadonlyMap<string, StaticFile>, policies: Policies): Targets => {
  const remembered = new LRUCache<string, ReadTarget>({ max: mostRemembered });
  const finished = new Map([...files].map(([path, file]) => [path, finishFile(file, policies)] as const));
  finished.forEach(prepareAhead);
  let oldParameters: ReadonlySet<string> = new Set();

  const mayBeOld = ({ search }: AskedAddress): boolean =>
    search !== '' &&
    oldParameters.size > 0 &&
    [...new URLSearchParams(search).keys()].some((name) => oldParameters.has(name.normalize('NFC').toLowerCase()));

  const understand = (url: string): ReadTarget | undefined => {
    const asked = readAddress(url);
    if (!asked) return undefined;
    const file = finished.get(url.split('?', 1)[0] ?? '');
    if (file) return { asked, file };
    return !asked.astray && isKept(asked) && !mayBeOld(asked) ? { asked, key: asked.path } : { asked };
  };

  return {
    mayBeOld,
    read: (url) => {
      const known = remembered.get(url);
      if (known) return known;
      const target = understand(url);
      if (target && url.length <= longestRemembered) remembered.set(url, target);
      return target;
    },
    turnTo: (parameters) => {
      oldParameters = new Set(parameters);
      remembered.clear();
    },
  };
};
