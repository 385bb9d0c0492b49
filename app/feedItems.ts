/** Asks the archive for the entries of feeds. */
import { plainBody } from '#archive/body/plainBody';
import type { ArticleWithBody } from '#archive/questions';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';
import { videoAddress } from '#model/videos';
import { type FeedItem, itemForArticle, itemForCorrection, itemForVideo } from '#syndication/feed';
import { type FeedEntry, fullText } from '#syndication/feedBody';
import { feedRendition } from '#syndication/feedMedia';
import { absolute } from '#syndication/paper';
import { lengths } from './darkroom';
import { inEdition } from './inEdition';
import { paper } from './machines';
import { archive } from './paper';
import { plainMaterial } from './plainMaterial';

/** The whole paper, or one of its lists. */
type ListOf = Parameters<typeof archive.latestWithBodies>[0];

/** Entries in a feed: what a paper prints in a day or two. */
const inFeed = 30;
/** Corrections have their places on the first page of all corrections, which holds so many. */
const correctionsInFeed = 20;

const lengthsFor = (photos: readonly (Photo | undefined)[]): Promise<ReadonlyMap<string, number>> =>
  lengths(photos.flatMap((photo) => (photo ? [{ photo, rendition: feedRendition(photo) }] : [])));

const entryOf = ({ article }: ArticleWithBody, entry: ArticleWithBody['entries'][number]): FeedEntry => ({
  ...entry,
  html: plainBody(entry.body.tree, plainMaterial(article.address, entry.material)),
});

/** Copy that may not be passed on comes without its text. */
const htmlOf = (piece: ArticleWithBody, film: { title: string; slug: string } | undefined, now: Moment) => {
  const { article, body, material } = piece;
  if (article.source?.syndicate === false) return undefined;
  const text = {
    article,
    html: plainBody(body.tree, plainMaterial(article.address, material)),
    entries: piece.entries.map((entry) => entryOf(piece, entry)),
    film: film && { title: film.title, href: absolute(paper, videoAddress(film.slug)) },
  };
  return fullText(paper, text, now);
};

/** A piece as all three forms of a feed tell it. */
type Told = {
  readonly article: PublishedArticle;
  /** When something was added to live coverage. */
  readonly entries: readonly { readonly at: Moment }[];
  readonly film: ShownVideo | undefined;
  readonly html: string | undefined;
};

/** Lists whose pieces are remembered: the forms of a feed are asked for one after the other, and differ in their dress alone. */
const remembered = 4;
const toldOnce = inEdition<readonly Told[]>(archive, remembered);

const tellAll = (of: ListOf, now: Moment): readonly Told[] =>
  archive.latestWithBodies(of, inFeed, now).map((whole) => {
    const { article, entries } = whole;
    const film = article.leadVideo === undefined ? undefined : archive.video(article.leadVideo, now);
    return { article, entries: entries.map(({ at }) => ({ at })), film, html: htmlOf(whole, film, now) };
  });

/** The newest articles of the paper or of one of its lists. */
export const articleItems = async (of: ListOf, now: Moment): Promise<readonly FeedItem[]> => {
  const told = toldOnce(JSON.stringify(of), now, () => tellAll(of, now));
  const bytes = await lengthsFor(told.map(({ article }) => article.leadImage));
  return told.map(({ article, entries, film, html }) =>
    itemForArticle(article, {
      id: archive.firstAddress(article.address),
      html,
      entries,
      film,
      pictureBytes: bytes.get(article.leadImage?.hash ?? ''),
    }),
  );
};

/** The newest corrections. */
export const correctionItems = (now: Moment): readonly FeedItem[] =>
  archive
    .corrections(1, correctionsInFeed, now)
    .items.map((row) => itemForCorrection(paper, row, archive.firstAddress(row.article.address)));

/** The newest films with their transcripts. */
export const videoItems = (now: Moment): readonly FeedItem[] =>
  archive.videos(1, inFeed, now).items.flatMap(({ slug }) => {
    const film = archive.video(slug, now);
    return film ? [itemForVideo(film, plainBody(film.body.tree, plainMaterial('/videos', film.material)))] : [];
  });
