/** Title, description and everything else that a page's head says, from one function for each kind of page. */
import type { Metadata } from 'next';
import { hasFeeds } from '#model/addresses';
import { feedFormats, feedUnder } from '#model/feeds';
import { languagesFor } from '#syndication/languageVersions';
import { absolute, type Paper } from '#syndication/paper';
import { isoMoment } from '#model/dates';
import type { Address, PublishedArticle } from '#model/article';
import type { Photo } from '#model/photo';
import { offersMarkdown } from '#model/machinePolicy';
import { pictureUrls } from '#model/pictureSources';
import { cardAddress, cardSize, cardWords, type ShareCard, shareCardFor } from '#model/shareCard';

/** What any page says of itself. */
export type PageFacts = {
  /** Without the publication's name; the front has none of its own. */
  readonly title?: string;
  readonly description?: string | undefined;
  /** The page's one address; numbered pages are their own. */
  readonly address: Address;
  /** Shown where the page is shared. */
  readonly photo?: Photo | undefined;
  /** Shown there where no photo is that is large enough. */
  readonly card?: ShareCard | undefined;
  /** Kept out of search engines: forms, previews, addresses that say something is gone. */
  readonly hidden?: boolean;
};

const inEngines: Metadata['robots'] = { index: true, follow: true, 'max-image-preview': 'large' };
const outOfEngines: Metadata['robots'] = { index: false, follow: true };

type SharedPicture = { url: string; width: number; height: number; alt: string; type: string };

/** The picture of a shared link: 1200 × 630 of the photo with its focus kept, in JPEG, which everyone reads. */
const sharePicture = (paper: Paper, photo: Photo): SharedPicture => {
  const { address, width, height } = pictureUrls(photo).share;
  return { url: absolute(paper, address), width, height, alt: photo.alt, type: 'image/jpeg' };
};

const sharedCard = (paper: Paper, card: ShareCard, article: Address): SharedPicture => ({
  url: absolute(paper, cardAddress(card, article)),
  ...cardSize,
  alt: cardWords(card),
  type: 'image/png',
});

/** A language with its land, as Open Graph asks for it; where a tag names none, the one where most of its readers are. */
const ogLocale = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
};

/** Links to feeds by their types: those of the page itself, where it has some, and then those of the paper. */
const feedLinks = (paper: Paper, address: Address, title = ''): Record<string, { url: string; title: string }[]> => {
  const own = address !== '/' && hasFeeds(address) ? [{ page: address, name: `${paper.site.name}: ${title}` }] : [];
  const pages = [...own, { page: '/', name: paper.site.name }];
  return Object.fromEntries(
    feedFormats.map(({ name, type, title: format }) => [
      type,
      pages.map((page) => ({ url: absolute(paper, feedUnder(page.page, name)), title: `${page.name} (${format})` })),
    ]),
  );
};

/** Metadata of any page. `alternates` is built here alone: a page's own would replace the layout's and lose the feed. */
export const metadataForPage = (
  paper: Paper,
  { title, description, address, photo, card, hidden = false }: PageFacts,
): Metadata => {
  const url = absolute(paper, address);
  const words = description ?? paper.site.description;
  const shared = photo && sharePicture(paper, photo);
  const images = card ? [sharedCard(paper, card, address)] : shared ? [shared] : [];
  return {
    title: title === undefined ? { absolute: `${paper.site.name}: ${paper.site.motto}` } : title,
    description: words,
    alternates: {
      canonical: url,
      types: feedLinks(paper, address, title),
    },
    robots: hidden ? outOfEngines : inEngines,
    openGraph: {
      type: 'website',
      url,
      siteName: paper.site.name,
      locale: ogLocale(paper.site.locale),
      title: title ?? paper.site.name,
      description: words,
      images,
    },
    twitter: { card: images.length > 0 ? 'summary_large_image' : 'summary', images },
  };
};

/** Description of an article that has no standfirst: the first of its summary, or its headline. */
export const descriptionOf = (article: PublishedArticle): string =>
  article.standfirst ?? article.summary[0] ?? article.headline;

/**
 * Moments of an article as machines are told them: the same in head, structured data, sitemap and feed. A live article
 * changes with its newest entry.
 */
export const momentsOf = (
  article: PublishedArticle,
  entries: readonly { readonly at: number }[] = [],
): { readonly published: number; readonly modified: number } => {
  // Pieces may be older than 1970, the zero of all moments.
  const { publishedAt: published, updatedAt = published, corrections } = article;
  const newest = Math.max(published, ...entries.map(({ at }) => at));
  const changed = Math.max(published, updatedAt, ...corrections.map(({ on }) => on));
  return { published, modified: newest > published ? newest : changed };
};

/** What the head of an article says that is not the article's own. */
export type AroundArticle = {
  /** Entries of a live article that are public. */
  readonly entries?: readonly { readonly at: number }[];
  /** All versions of the piece, the original first. */
  readonly translations?: readonly PublishedArticle[];
};

/** Metadata of an article. Copy that was first published elsewhere is canonical there. */
export const metadataForArticle = (
  paper: Paper,
  article: PublishedArticle,
  { entries = [], translations = [] }: AroundArticle = {},
): Metadata => {
  const languages = languagesFor(paper, article, translations);
  const page = metadataForPage(paper, {
    title: article.searchTitle ?? article.headline,
    description: descriptionOf(article),
    address: article.address,
    photo: article.leadImage,
    card: shareCardFor(article, paper.site.name),
    hidden: article.hiddenBecause !== undefined,
  });
  const { published, modified } = momentsOf(article, entries);
  return {
    ...page,
    authors: article.authors.map(({ name }) => ({ name })),
    alternates: {
      ...page.alternates,
      ...(article.origin && { canonical: article.origin.url }),
      ...(languages && { languages }),
      ...(offersMarkdown(paper.site.machines) && {
        types: { ...page.alternates?.types, 'text/markdown': absolute(paper, `${article.address}.md`) },
      }),
    },
    openGraph: {
      ...page.openGraph,
      type: 'article',
      ...(article.origin && { url: article.origin.url }),
      ...(article.lang && { locale: ogLocale(article.lang) }),
      title: article.shortHeadline ?? article.headline,
      publishedTime: isoMoment(published, paper.site),
      modifiedTime: isoMoment(modified, paper.site),
      section: article.category.title,
      tags: article.tags.map(({ name }) => name),
      authors: article.authors.filter(({ known }) => known).map(({ slug }) => absolute(paper, `/author/${slug}`)),
    },
  };
};
