/** Puts articles straight into an archive, for tests of great numbers: three thousand files would take a minute to read. */
import { openForWriting } from '#archive/database';
import { putArticle } from '#archive/store/articles';
import type { Article } from '#model/article';
import { plainFacts } from '#model/articleForTests';
import { periodAddress, periodOf } from '#model/addresses';
import { emptyBody } from '#model/body';
import type { Moment } from '#model/moment';

const timeZone = 'Africa/Nairobi';

/** The nth of many articles. */
const articleAt = (nth: number, publishedAt: Moment): Article => {
  const address = `${periodAddress(periodOf(publishedAt, timeZone))}/piece-${nth}`;
  return {
    ...plainFacts,
    file: `articles${address}.mdx`,
    address,
    headline: `Piece ${nth}`,
    category: 'counties',
    authors: ['amina-wafula'],
    tags: [{ slug: `tag-${nth % 3}`, name: `Tag ${nth % 3}` }],
    publishedAt,
    words: 0,
  };
};

/** So many articles, one each `apart` milliseconds from a moment on; an edition must stand in the archive already. */
export const putMany = (dataDir: string, count: number, from: Moment, apart = 60_000): void => {
  const db = openForWriting(dataDir);
  const body = { ...emptyBody, tree: JSON.stringify(emptyBody.tree) };
  db.transaction(() => {
    for (let nth = 0; nth < count; nth += 1) putArticle(db, articleAt(nth, from + nth * apart), body);
  });
  db.close();
};
