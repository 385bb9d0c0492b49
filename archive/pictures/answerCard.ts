/** Answers a request for the card of a shared link: only of pieces that are public now, and only the card they have now. */
import { cardName, type CardStudio } from '#archive/pictures/cardStudio';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import { hasAlready, lengthHeaders, notThere, pathOf, sharedHeaders, tooBusy } from '#archive/pictures/plainAnswer';
import type { Archive } from '#archive/questions';
import type { Moment } from '#model/moment';
import { cardHash, parseCardAddress, type ShareCard, shareCardFor } from '#model/shareCard';

/** What answering needs: the archive's gate, the studio, the publication's name and the moment. */
export type CardDesk = {
  readonly archive: Pick<Archive, 'article'>;
  readonly studio: CardStudio;
  readonly paperName: string;
  readonly now: Moment;
};

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    // No encoding of ours (URIError), so no address of ours.
    return '';
  }
};

const cardAt = (path: string, { archive, paperName, now }: CardDesk): ShareCard | undefined => {
  const asked = parseCardAddress(decoded(path));
  const piece = asked && archive.article(asked.article, now);
  const card = piece && shareCardFor(piece.article, paperName);
  return card && cardHash(card) === asked?.hash ? card : undefined;
};

/** 200 with the card, 304, 404 for everything that is not there, 503 under a flood. */
export const answerCard = async (request: Request, desk: CardDesk): Promise<Response> => {
  const card = cardAt(pathOf(request) ?? '', desk);
  if (!card) return notThere();
  const etag = `"${cardName(card)}"`;
  const headers = { ...sharedHeaders, 'Content-Type': 'image/png', ETag: etag };
  if (hasAlready(request, etag)) return new Response(null, { status: 304, headers });
  try {
    const bytes = await desk.studio(card);
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, ...lengthHeaders(bytes.length) } });
  } catch (error) {
    if (error instanceof TooManyWaiting) return tooBusy();
    throw error;
  }
};
