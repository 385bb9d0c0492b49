/** Where a mirror begins: every page that the archive knows, and the files that machines look for without a link. */
import { feedsUnder } from '#model/feeds';
import { listKinds, machineNames } from '#model/addresses';
import { authorAddress, categoryAddress, seriesAddress, tagAddress } from '#model/addresses';
import type { Archive } from '#archive/questions';
import type { Moment } from '#model/moment';

/** Decoded addresses, with those of the public `articles` among them. What is not there answers 404 and is left out; everything else is found by following what they name. */
export const seedsAt = (archive: Archive, articles: readonly string[], now: Moment): readonly string[] => {
  const years = archive.periods('/', now);
  const months = years.flatMap(({ address }) => archive.periods(address, now));
  const days = months.flatMap(({ address }) => archive.periods(address, now));
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
    ...[...years, ...months, ...days].map(({ address }) => address),
    ...machineNames.map((name) => `/${name}`),
    ...feedsUnder('/'),
  ];
};
