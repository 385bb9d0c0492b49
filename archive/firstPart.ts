/** What a publisher reads first where there is much to read: the newest articles and all that stands beside them. */
import { latestEdition } from '#archive/store/edition';
import { walk } from '#archive/walk';
import type { Database } from '#archive/database';

/** Articles of the first part: enough for the front, the newest page of each list, and most of what readers ask for. */
const newest = 500;
/** Below this many articles everything is read at once: it takes a second or two. */
const many = 4000;

/**
 * Paths inside the content folder for a first edition that stands within seconds, where an empty archive faces a large
 * folder; `undefined` where everything is to be read at once. Articles lie in folders by date, so the last by path are the
 * newest.
 */
export const firstPart = (db: Database, contentDir: string): readonly string[] | undefined => {
  if (latestEdition(db).number > 0) return undefined;
  const files = walk(contentDir)
    .map((found) => found.onDisk)
    .sort();
  const articles = files.filter((file) => file.startsWith('articles/'));
  if (articles.length < many) return undefined;
  return [...files.filter((file) => !file.startsWith('articles/')), ...articles.slice(-newest)];
};
