/** Gives the card of a shared link from the store or draws it: each once, one at a time. */
import { join } from 'node:path';
import { drawCard } from '#archive/pictures/drawCard';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import { openRenditionStore } from '#archive/pictures/renditionStore';
import type { Moment } from '#model/moment';
import { cardHash, type ShareCard } from '#model/shareCard';

/** Gives the bytes of a card. Throws `TooManyWaiting`, and where the face is missing. */
export type CardStudio = (card: ShareCard) => Promise<Buffer>;

/** Where the studio works; `fontFile` is the face in which cards are set. */
export type CardStudioPlace = { readonly dataDir: string; readonly fontFile: string; readonly now: () => Moment };

/** Some 5,000 cards. */
const maxBytes = 128 * 1024 ** 2;

/** A card's name in the store and in its ETag. */
export const cardName = (card: ShareCard): string => `${cardHash(card)}-card.png`;

/** Opens the studio; nothing is read or written until the first card is asked for. */
export const openCardStudio = ({ dataDir, fontFile, now }: CardStudioPlace): CardStudio => {
  const store = openRenditionStore({ folder: join(dataDir, 'renditions', 'cards'), maxBytes, now });
  const line = fewAtOnce(1, 50);
  const underWay = new Map<string, Promise<Buffer>>();

  const keptOrDrawn = async (card: ShareCard, name: string): Promise<Buffer> => {
    const kept = await store.kept(name);
    if (kept) return kept;
    const bytes = await line(() => drawCard(card, fontFile));
    await store.keep(name, bytes);
    return bytes;
  };

  return (card) => {
    const name = cardName(card);
    const shared = underWay.get(name);
    if (shared) return shared;
    const work = keptOrDrawn(card, name).finally(() => underWay.delete(name));
    underWay.set(name, work);
    return work;
  };
};
