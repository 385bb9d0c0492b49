/** Where a mirror begins: every page that the archive knows, and the files that machines look for without a link. */
import { feedsUnder } from '#model/feeds';
import { listKinds, machineNames } from '#model/addresses';
import { authorAddress, categoryAddress, seriesAddress, tagAddress } from '#model/addresses';
import type { Archive } from '#archive/questions';
import type { Moment } from '#model/moment';

/** Signs of an article's address that name its year, month and day: `/2026/10/15`. */
const [year, month, day] = [5, 8, 11] as const;

/** Decoded addresses, with those of the public `articles` among them. What is not there answers 404 and is left out; everything else is found by following what they name. */
export const seedsAt = (archive: Archive, articles: readonly string[], now: Moment): readonly string[] => {
  // A period is there where a public article is: told by their addresses, without a question for each month.
  const periods = new Set<string>();
  for (const length of [year, month, day]) for (const article of articles) periods.add(article.slice(0, length));
  return [
    '/',
    ...articles,
    ...listKinds.map((kind) => `/${kind}`),
    ...['/videos', '/corrections', '/about'],
    ...archive.categories().map(({ slug }) => categoryAddress(slug)),
    ...archive.authors(now).map(({ slug }) => authorAddress(slug)),
    ...archive.allSeries(now).map(({ slug }) => seriesAddress(slug)),
    ...archive.tags(now).map(({ slug }) => tagAddress(slug)),
    ...archive.aboutPages().map(({ slug }) => `/about/${slug}`),
    ...periods,
    ...machineNames.map((name) => `/${name}`),
    ...feedsUnder('/'),
  ];
};
