/** Remembers with which settings the files were read: where an editor changes the time zone, every moment is another. */
import type { Database } from '#archive/database';
import type { ReadingContext } from '#archive/reading';

/** A site on a desk at home has another port at each start, and no link in an article leads there. */
const isAtHome = (siteUrl: string): boolean => /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(siteUrl);

const written = ({ siteUrl = '', ...rest }: ReadingContext): string =>
  JSON.stringify({ ...rest, siteUrl: isAtHome(siteUrl) ? '' : siteUrl });

/** Lets every file be read again where the settings are others than those with which the archive was made. */
export const readWith = (db: Database, context: ReadingContext): void => {
  const settings = written(context);
  const before = db.one<{ value: string }>("select value from setting where name = 'read with'")?.value;
  if (before === settings) return;
  if (before !== undefined) db.run("update document set hash = '', stamp = ''");
  db.run("insert or replace into setting (name, value) values ('read with', ?)", settings);
};
