/** Small pictures in memory: asked of again after each edition, since it may be public no more, and gone with a take-down. */
import { LRUCache } from 'lru-cache';
import type { EditionNews } from '#edge/messages';
import type { RendererLine } from '#edge/line';
import { headersInward } from '#edge/passage';
import { everyPage } from '#edge/reach';

/** A picture in memory. */
export type KeptPicture = {
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: string;
  readonly body: Buffer;
};

/** Pictures in memory, by path. */
export type Pictures = {
  /** The picture that may be sent; after an edition the renderer is asked first whether it may. */
  readonly find: (path: string) => Promise<KeptPicture | undefined>;
  /** To be called before the renderer is asked for a picture: what was taken down meanwhile is not kept. */
  readonly asking: () => (path: string, picture: KeptPicture) => void;
  readonly turnTo: (news: EditionNews) => void;
};

/** What pictures need; `bytes`: how many are kept at most. */
export type PicturesPlan = { readonly line: RendererLine; readonly siteUrl: string; readonly bytes: number };

type Shelved = KeptPicture & { edition: number };

/** Milliseconds that a reader waits for the word that a picture is still public; a renderer that is late takes none away. */
const patience = 150;
/** Milliseconds for that question. */
const limit = 3000;

/** Opens the shelf. */
export const openPictures = ({ line, siteUrl, bytes }: PicturesPlan): Pictures => {
  const kept = new LRUCache<string, Shelved>({ maxSize: bytes, sizeCalculation: ({ body }) => body.length + 1024 });
  const proofs = new Map<string, Promise<void>>();
  const headers = headersInward({}, { remote: undefined, siteUrl });
  let edition = 0;
  let takeDowns = 0;

  const prove = async (path: string, picture: Shelved): Promise<void> => {
    const asked = edition;
    const told = { ...headers, 'if-none-match': picture.tag };
    const answer = await line.ask({ method: 'GET', path, headers: told, limit }).catch(() => undefined);
    answer?.destroy();
    const status = answer?.statusCode ?? 500;
    if (status === 304 || answer?.headers.etag === picture.tag) picture.edition = asked;
    else if (status < 500 && kept.peek(path) === picture) kept.delete(path);
  };

  const proofOf = (path: string, picture: Shelved): Promise<void> => {
    const running = proofs.get(path) ?? prove(path, picture).finally(() => proofs.delete(path));
    proofs.set(path, running);
    return running;
  };

  return {
    find: async (path) => {
      const found = kept.get(path);
      if (!found || found.edition === edition || !line.isOpen()) return found;
      await within(patience, proofOf(path, found));
      return kept.get(path);
    },
    asking: () => {
      const asked = { edition, takeDowns };
      return (path, picture) => {
        if (takeDowns === asked.takeDowns) kept.set(path, { ...picture, edition: asked.edition });
      };
    },
    turnTo: ({ number, changes, removed }) => {
      const isNext = edition === 0 || number === edition + 1;
      edition = number;
      // It may have been public with the piece alone, or the right to it has ended: nothing is shown until it is asked for anew.
      if (isNext && removed.length === 0 && !changes.includes(everyPage)) return;
      takeDowns += 1;
      kept.clear();
    },
  };
};

const within = async (milliseconds: number, done: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([done, new Promise<void>((late) => (timer = setTimeout(late, milliseconds)))]);
  clearTimeout(timer);
};
