/** The addresses that an edition changes: of the articles themselves and of every list that can show them. */
import { authorAddress, categoryAddress, periodAddress, periodOf, seriesAddress, tagAddress } from '#model/addresses';
import type { Address, Article } from '#model/article';
import { plainOldAddress } from '#model/oldAddress';
import { filmsAddress } from '#model/publicState';
import type { Database } from '#archive/database';

/** Gathers what changes while an edition is made. `/` stands for the front and the feeds and sitemaps of the whole paper. */
export type Changes = {
  readonly addresses: ReadonlySet<Address>;
  /** Everything that shows what stands in this file, as the archive knows it now. */
  file(db: Database, file: string): void;
  add(address: Address): void;
};

/** The sign for "every page" in an edition's list. */
export const everyPage: Address = '*';

const addressesOf = (article: Article, timeZone: string): Address[] => {
  const { year, month, day } = periodOf(article.publishedAt, timeZone);
  return [
    article.address,
    ...article.aliases.map(plainOldAddress),
    ...(article.translationOf === undefined ? [] : [article.translationOf]),
    '/',
    ...(article.corrections.length > 0 ? ['/corrections'] : []),
    categoryAddress(article.category),
    ...article.authors.map((author) => authorAddress(author)),
    ...article.tags.map((tag) => tagAddress(tag.slug)),
    ...(article.series ? [seriesAddress(article.series.of)] : []),
    periodAddress({ year }),
    periodAddress({ year, month }),
    periodAddress({ year, month, day }),
  ];
};

/** Everything on every page hangs on these; a change of one changes every page. */
const isEverywhere = (file: string): boolean => !file.startsWith('articles/') || file.endsWith('.yaml');

/** The article that a file is, or that a live entry beside it belongs to. */
const articleOf = (file: string): string => {
  const beside = /^(articles\/.+)\.updates\/[^/]+\.mdx$/.exec(file);
  return beside ? `${beside[1] ?? ''}.mdx` : file;
};

/** Starts an empty list of changes. */
export const startChanges = (timeZone: string): Changes => {
  const addresses = new Set<Address>();
  return {
    addresses,
    add: (address) => void addresses.add(address),
    file(db, file) {
      // A film is news of its own, beside being on any page.
      if (file.startsWith('videos/')) addresses.add(filmsAddress);
      if (isEverywhere(file)) return void addresses.add(everyPage);
      const row = db.one<{ data: string }>('select data from article where file = ?', articleOf(file));
      // `data` is what this archive wrote itself (`archive/store/articles.ts`).
      if (row) for (const address of addressesOf(JSON.parse(row.data) as Article, timeZone)) addresses.add(address);
    },
  };
};
