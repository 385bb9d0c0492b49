/** The darkroom: gives a rendition from the store or makes it, each once, few at a time, from a source that is what it claims. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readContentFile } from '#archive/pictures/contentFile';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import { makeRendition } from '#archive/pictures/makeRendition';
import { mostBytes } from '#archive/pictures/openImage';
import { pictureHash } from '#archive/pictures/readPicture';
import { openRenditionStore } from '#archive/pictures/renditionStore';
import type { Moment } from '#model/moment';
import type { Photo } from '#model/photo';
import { framingFor, type Rendition, renditionAddress } from '#model/renditions';

/** Gives the bytes; `undefined` where the source is gone, changed or broken. Throws only `TooManyWaiting`. */
export type Darkroom = {
  readonly rendition: (photo: Photo, rendition: Rendition) => Promise<Buffer | undefined>;
  /** Bytes of a rendition that lies there finished; nothing is made. */
  readonly keptLength: (rendition: Rendition) => Promise<number | undefined>;
};

/** Where the darkroom works. `maxBytes` bounds what it keeps on disk. */
export type DarkroomPlace = {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly now: () => Moment;
  readonly maxBytes?: number;
};

/** Goes up when renditions come out differently, so that none made the old way is served again. */
const recipe = 1;

/** Some 40,000 renditions of a front's size. */
const twoGigabytes = 2 * 1024 ** 3;

/** One processor stays free for pages. */
const workplaces = Math.min(4, Math.max(1, availableParallelism() - 1));

/** A rendition's name in the store and in its ETag: `<hash>-news-640-56-60-19.avif`. */
export const renditionName = ({ hash, framing, crop, width, format }: Rendition): string =>
  renditionAddress({ hash, ...framing }, crop, width, format)
    .replace('/pictures/', '')
    .replace('/', '-');

const isOwnFraming = (photo: Photo, { crop, framing }: Rendition): boolean => {
  const own = framingFor(photo, crop);
  return own.zoom === framing.zoom && own.focus.every((share, i) => share === framing.focus[i]);
};

/** Opens a darkroom; nothing is read or written until the first picture is asked for. */
export const openDarkroom = ({ contentDir, dataDir, now, maxBytes = twoGigabytes }: DarkroomPlace): Darkroom => {
  const store = openRenditionStore({ folder: join(dataDir, 'renditions', `recipe-${recipe}`), maxBytes, now });
  const underWay = new Map<string, Promise<Buffer | undefined>>();
  const line = fewAtOnce(workplaces, 200);
  // An article may frame a picture in its own way, and its addresses say how; so anyone can make such addresses up. They
  // have a line of their own, which sends one at a time to the end of the other.
  const sideLine = fewAtOnce(1, 50);

  const make = async (photo: Photo, rendition: Rendition, name: string): Promise<Buffer | undefined> => {
    const source = await readContentFile(contentDir, photo.file, mostBytes);
    if (!source || pictureHash(source) !== rendition.hash) return undefined;
    const bytes = await makeRendition(source, photo, rendition).catch(() => undefined);
    if (bytes) await store.keep(name, bytes);
    return bytes;
  };

  const keptOrMade = async (photo: Photo, rendition: Rendition, name: string): Promise<Buffer | undefined> => {
    const kept = await store.kept(name);
    if (kept) return kept;
    const work = () => line(() => make(photo, rendition, name));
    return isOwnFraming(photo, rendition) ? work() : sideLine(work);
  };

  return {
    keptLength: (rendition) => store.lengthOf(renditionName(rendition)),
    rendition: (photo, rendition) => {
      const name = renditionName(rendition);
      const shared = underWay.get(name);
      if (shared) return shared;
      const work = keptOrMade(photo, rendition, name).finally(() => underWay.delete(name));
      underWay.set(name, work);
      return work;
    },
  };
};
