/** Embargoed articles whose files have problems: time never publishes a broken file, so their editors must hear of it. */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#archive/database';
import type { Article } from '#model/article';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import { readWallClock } from '#model/wallClock';
import type { ComingMoment } from '#newsroom/comingMoments';

/** The first bytes of a file, where its front matter stands. */
const beginning = (path: string): string => {
  try {
    const handle = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(16_384);
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    // Gone or unreadable meanwhile: a problem that is told elsewhere.
    return '';
  }
};

/** The moment of publication in a file that cannot be read as a whole, where a line of it is legible. */
const legibleMoment = (text: string, timeZone: string): Moment | undefined => {
  const words = /^publishedAt[ \t]*:[ \t]*(.+)$/m.exec(text)?.[1]?.trim() ?? '';
  const read = readWallClock(words.replace(/^(["'])(.*)\1$/, '$2'), timeZone);
  return read.ok ? read.moment : undefined;
};

/** What was to go out and will not, the next first. */
export const heldBack = (db: Database, contentDir: string, now: Moment, site: Pick<Site, 'timeZone'>): ComingMoment[] =>
  db
    .all<{ file: string; data: string | null }>(
      `select d.file, a.data from document d left join article a on a.file = d.file
       where d.kind = 'article' and d.take_down is null and (d.problems <> '[]' or d.crossed <> '[]')`,
    )
    .flatMap(({ file, data }): ComingMoment[] => {
      // What the archive wrote itself (`archive/store/articles.ts`).
      const article = data === null ? undefined : (JSON.parse(data) as Article);
      if (article && article.publishedAt <= now) return [];
      const at = legibleMoment(beginning(join(contentDir, file)), site.timeZone) ?? article?.publishedAt ?? 0;
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.mdx$/, '');
      return at > now ? [{ at, file, what: `${name} was to go out` }] : [];
    })
    .sort((a, b) => a.at - b.at);
