/** From typed front matter to authors, categories, series, videos, pages and live entries. */
import { momentOf, type DocumentDesk } from '#archive/documents/desk';
import { given } from '#archive/documents/given';
import { assetAt, photoUse } from '#archive/documents/pictures';
import { secondsIn } from '#archive/frontMatter/readForm';
import type { DocumentValue } from '#archive/reading';
import { emptyBody } from '#model/body';
import type {
  AuthorDocument,
  CategoryDocument,
  LiveEntryDocument,
  PageDocument,
  SeriesDocument,
  VideoDocument,
} from '#model/documents';

const bodyOf = (desk: DocumentDesk) => desk.body?.body ?? emptyBody;

/** An entry of the live article beside it. */
export const makeLiveEntry = (desk: DocumentDesk, typed: LiveEntryDocument): DocumentValue => {
  const article = desk.place.address ?? '';
  desk.reference('file', { what: 'article', to: article });
  typed.authors?.forEach((to, nth) => desk.reference(`authors.${nth}`, { what: 'author', to }));
  const entry = {
    slug: desk.place.slug,
    at: momentOf(typed.at),
    headline: typed.headline,
    authors: [...new Set(typed.authors ?? [])],
    key: typed.key ?? false,
    pinned: typed.pinned ?? false,
    ...given({ correctionOf: typed.correctionOf }),
    body: bodyOf(desk),
  };
  return { kind: 'live-entry', article, entry };
};

/** An author with the biography. */
export const makeAuthor = (desk: DocumentDesk, typed: AuthorDocument): DocumentValue => {
  const { name, role, email, portrait } = typed;
  const body = bodyOf(desk);
  const author = {
    slug: desk.place.slug,
    name,
    role,
    links: typed.links ?? [],
    type: typed.type ?? ('person' as const),
    guest: typed.guest ?? false,
    left: typed.left ?? false,
    text: body.text,
    ...given({ email, portrait: portrait && photoUse(desk, 'portrait', portrait, { altElsewhere: true }) }),
  };
  return { kind: 'author', author, body };
};

/** A category. */
export const makeCategory = (desk: DocumentDesk, { title, description, order }: CategoryDocument): DocumentValue => ({
  kind: 'category',
  category: { slug: desk.place.slug, title, description, order },
});

/** A series. */
export const makeSeries = (desk: DocumentDesk, { title, description }: SeriesDocument): DocumentValue => ({
  kind: 'series',
  series: { slug: desk.place.slug, title, description },
});

/** A page about the paper. */
export const makePage = (desk: DocumentDesk, { title, description }: PageDocument): DocumentValue => ({
  kind: 'page',
  page: { slug: desk.place.slug, title, ...given({ description }) },
  body: bodyOf(desk),
});

/** What a provider's own names look like. */
const providerIds = { youtube: /^[\w-]{11}$/, vimeo: /^\d{5,12}$/ };

const idInAddress = /(?:youtu\.be\/|[?&]v=|\/embed\/|\/shorts\/|vimeo\.com\/(?:video\/)?)([\w-]{5,})/;

const idIsMissing = (desk: DocumentDesk, provider: string): void => {
  const message = `is missing; ${provider} knows its videos by id.`;
  desk.sheet.problem(desk.at('id', 'key'), 'id', message, 'Add a line:  id: … (the end of the video’s address)');
};

/**
 * What stands in `src` is no name of a file of the newsroom. For a video that a provider has it need not be one: what is wrong
 * then is another thing.
 */
export const judgeSource = (desk: DocumentDesk, { provider, id }: Partial<VideoDocument>): void => {
  const { sheet } = desk;
  if (provider === undefined || provider === 'file' || !sheet.problems.some(({ field }) => field === 'src')) return;
  sheet.takeBack('src');
  const at = desk.at('src', 'key');
  const meant = idInAddress.exec(sheet.text.slice(at).split('\n', 1)[0] ?? '')?.[1];
  if (id !== undefined) sheet.problem(at, 'src', 'stands beside id; a video has one of them.', 'Take it out.');
  else if (meant === undefined) idIsMissing(desk, provider);
  else {
    const message = `is the address of a video; ${provider} knows its videos by id.`;
    sheet.problem(at, 'src', message, `Write:  id: ${meant}`);
  }
};

const checkSource = (desk: DocumentDesk, { provider, id, src }: VideoDocument): void => {
  const { sheet } = desk;
  if (id !== undefined && src !== undefined) {
    const extra = provider === 'file' ? 'id' : 'src';
    sheet.problem(
      desk.at(extra, 'key'),
      extra,
      `stands beside ${extra === 'id' ? 'src' : 'id'}; a video has one of them.`,
      'Take it out.',
    );
    return;
  }
  if (provider === 'file') {
    if (src === undefined)
      sheet.problem(
        desk.at('src', 'key'),
        'src',
        'is missing; provider: file names its file.',
        'Add a line:  src: film.mp4',
      );
    return;
  }
  if (id === undefined) return idIsMissing(desk, provider);
  if (providerIds[provider].test(id)) return;
  const meant = idInAddress.exec(id)?.[1];
  const fix = meant === undefined ? 'Write the end of the video’s address there.' : `Write:  id: ${meant}`;
  sheet.problem(desk.at('id'), 'id', `is no name of a video at ${provider}.`, fix);
};

/** A video with its transcript. */
export const makeVideo = (desk: DocumentDesk, typed: VideoDocument): DocumentValue => {
  checkSource(desk, typed);
  const { title, provider, id, src, poster, captions } = typed;
  const body = bodyOf(desk);
  const video = {
    slug: desk.place.slug,
    title,
    publishedAt: momentOf(typed.publishedAt),
    provider,
    seconds: secondsIn(typed.duration) ?? 0,
    text: body.text,
    ...given({
      id,
      // Beside another provider it is a problem already, whether its file is there or not.
      src: src === undefined || provider !== 'file' ? undefined : assetAt(desk, 'src', src),
      poster: poster && photoUse(desk, 'poster', poster),
      captions: captions === undefined ? undefined : assetAt(desk, 'captions', captions),
    }),
  };
  return { kind: 'video', video, body };
};
