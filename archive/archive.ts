/** Opens the archive for reading: the questions of `archive/questions.ts`, answered from `archive.db`. */
import { articleAt, frontAt } from '#archive/queries/front';
import { changesSince } from '#archive/queries/changesSince';
import { categoryList, latestList, namedList, periodList } from '#archive/queries/lists';
import { materialFor, showVideo } from '#archive/queries/material';
import {
  aboutPageOf,
  authorOf,
  authorsAt,
  seriesAt,
  tagAt,
  tagsAt,
  tagsUsedBy,
  videoBody,
} from '#archive/queries/names';
import { membersOf, sizeOf } from '#archive/queries/members';
import { monthsAt } from '#archive/queries/allMonths';
import { articlesOfMonth, changesInMonth, daysOf } from '#archive/queries/months';
import { countNews, newsAt } from '#archive/queries/news';
import { articleWithBody, latestWithBodies } from '#archive/queries/pieces';
import { goneAt, redirectsAt } from '#archive/queries/oldAddresses';
import { placementAt, publicAddresses } from '#archive/queries/placements';
import { periodsWithin } from '#archive/queries/periods';
import { assetByHash, pictureByHash } from '#archive/queries/publicFiles';
import { holdsAny } from '#archive/queries/pageStanding';
import { relatedTo } from '#archive/queries/related';
import { translationsOf } from '#archive/queries/translations';
import { pageOf } from '#archive/queries/resolve';
import { aliasParameters, correctionsAt, everyArticle, findingsOf, listChangedAt } from '#archive/queries/rows';
import { crossNotesOf } from '#archive/store/crossNotes';
import { firstAddressOf } from '#archive/store/firstAddress';
import { nextChangeAfter } from '#archive/store/nextChange';
import { publicStates } from '#archive/queries/publicStates';
import { standingOf } from '#archive/queries/standing';
import { countVideos, firstVideos } from '#archive/queries/videos';
import { openWindow } from '#archive/queries/window';
import type { Archive } from '#archive/questions';
import { site } from '#site';

/** Where the archive lies, and whether drafts and embargoed pieces are shown, marked (development only). */
export type ArchivePlace = { readonly dataDir: string; readonly preview?: boolean };

const emptyPage = (page: number): { items: []; page: number; pages: number; total: number } => ({
  items: [],
  page,
  pages: 1,
  total: 0,
});

/** A window on the archive; each question throws `ArchiveFault` as long as there is no `archive.db`. */
export const openArchive = ({ dataDir, preview = false }: ArchivePlace): Archive => {
  const window = openWindow(dataDir, preview);
  return {
    edition: () => window.held().edition,
    standing: (address, now) => standingOf(window, address, now),
    aliasParameters: () => aliasParameters(window),
    article: (address, now) => articleWithBody(window, address, now),
    teaser: (address, now) => articleAt(window, address, now),
    latest: (page, size, now) => pageOf(window, latestList, page, size, now),
    inCategory: (category, page, size, now) => pageOf(window, categoryList(category), page, size, now),
    byAuthor: (author, page, size, now) => pageOf(window, namedList('author', author), page, size, now),
    tagged: (tag, page, size, now) => pageOf(window, namedList('tag', tag), page, size, now),
    inSeries: (series, page, size, now) => pageOf(window, namedList('series', series), page, size, now),
    inPeriod(period, page, size, now) {
      const list = periodList(period);
      return list ? pageOf(window, list, page, size, now) : emptyPage(page);
    },
    periods: (within, now) => periodsWithin(window, within, now),
    translationsOf: (article, now) => translationsOf(window, article, now),
    relatedTo: (article, size, now) => relatedTo(window, article, size, now),
    corrections: (page, size, now) => correctionsAt(window, page, size, now),
    categories: () => [...window.held().categories.values()],
    sections: (now) =>
      [...window.held().categories.values()].filter(({ slug }) => holdsAny(window, categoryList(slug), now)),
    category: (slug) => window.held().categories.get(slug),
    authors: (now) => authorsAt(window, now),
    author: (slug, now) => authorOf(window, slug, now),
    allSeries: (now) => seriesAt(window, now),
    series: (slug) => window.held().series.get(slug),
    tags: (now) => tagsAt(window, now),
    tag: (slug, now) => tagAt(window, slug, now),
    tagsOf: (of, size, now) => tagsUsedBy(window, of, size, now),
    videos(page, size, now) {
      const total = countVideos(window, now);
      return {
        items: firstVideos(window, (page - 1) * size, size, now),
        page,
        pages: Math.max(1, Math.ceil(total / size)),
        total,
      };
    },
    video(slug, now) {
      const video = window.held().videos.get(slug);
      const shown = video && showVideo(window, video, now);
      const body = videoBody(window, slug);
      return shown && { ...shown, body, material: materialFor(window, body, now) };
    },
    aboutPages: () => [...window.held().pages.values()],
    aboutPage: (slug, now) => aboutPageOf(window, slug, now),
    front: (now) => frontAt(window, now),
    picture: (hash, now) => pictureByHash(window, hash, now),
    asset: (hash, now) => assetByHash(window, hash, now),
    latestWithBodies: (of, size, now) => latestWithBodies(window, of, size, now),
    firstAddress: (address) => firstAddressOf(window.db(), address),
    listChanged: (list) => listChangedAt(window, list),
    members: (list, now) => membersOf(window, list, now),
    sizeOf: (list, now) => sizeOf(window, list, now),
    months: (now) => monthsAt(window, now),
    daysOf: (month, now) => daysOf(window, month, now),
    articlesOfMonth: (month, offset, size, now) => articlesOfMonth(window, month, offset, size, now),
    changesInMonth: (month, size, now) => changesInMonth(window, month, size, now),
    news: (offset, size, now) => newsAt(window, offset, size, now),
    newsCount: (now) => countNews(window, now),
    publicStates: (addresses, now) => publicStates(window, addresses, now),
    findings: (file) => findingsOf(window, file),
    notesAcross: (file, now) => crossNotesOf({ db: window.db(), now, site }, file),
    nextChange: (after) => nextChangeAfter(window.db(), after),
    changesSince: (edition) => changesSince(window, edition),
    redirects: (now) => redirectsAt(window, now),
    gone: (now) => goneAt(window, now),
    placement: (address, now) => placementAt(window, address, now),
    publicAddresses: (now) => publicAddresses(window, now),
    everyArticle: () => everyArticle(window),
    close: () => window.close(),
  };
};
