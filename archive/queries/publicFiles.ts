/** Pictures and other files by the hash in their address: served only where something public uses them. */
import { assetOf } from '#archive/queries/material';
import { photoFor } from '#archive/queries/photos';
import { openAt, openValues, type Window } from '#archive/queries/window';
import { alternatives } from '#archive/store/crossChecks';
import type { Asset } from '#archive/questions';
import type { Moment } from '#model/moment';
import type { Photo, PhotoUse } from '#model/photo';

type User = { readonly file: string; readonly target: string };

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Documents that point at a file: by its path, or by its name from a folder that has no such file of its own. */
const usersOf = (window: Window, file: string, what: 'picture' | 'asset'): User[] => {
  const own = window.db().all<User>('select file, target from reference where what = ? and target = ?', what, file);
  if (!file.startsWith('media/')) return own;
  const byName = window
    .db()
    .all<User>(
      'select file, target from reference where base = ? and what = ? and target <> ?',
      baseOf(file),
      what,
      file,
    )
    .filter(({ target }) => alternatives(target).includes(file))
    .filter(({ target }) => window.db().one(`select 1 as one from ${what} where file = ?`, target) === undefined);
  return [...own, ...byName];
};

const openArticle = (window: Window, by: 'file' | 'address', value: string, now: Moment): boolean =>
  window
    .db()
    .one(`select 1 as one from article a where a.${by} = ? and ${openAt}`, value, ...openValues(window, now)) !==
  undefined;

/** Whether a document that uses a file is public at `now`: articles and entries by the gate, films by their date. */
const isPublicUser = (window: Window, file: string, now: Moment): boolean => {
  const entry = /^articles(\/.+)\.updates\/[^/]+$/.exec(file);
  if (entry) {
    const row = window.db().one<{ at: number }>('select at from live_entry where file = ?', file);
    return (
      row !== undefined && (row.at <= now || window.preview) && openArticle(window, 'address', entry[1] ?? '', now)
    );
  }
  if (file.startsWith('articles/')) return openArticle(window, 'file', file, now);
  const entity = window.db().one<{ kind: string; slug: string }>('select kind, slug from entity where file = ?', file);
  if (!entity) return false;
  return (
    entity.kind !== 'video' || (window.held().videos.get(entity.slug)?.publishedAt ?? Infinity) <= now || window.preview
  );
};

const useOf = (window: Window, user: User): PhotoUse => {
  const row = window.db().one<{ data: string }>('select data from article where file = ?', user.file);
  // What the archive wrote itself (`archive/store/articles.ts`).
  const lead = row ? (JSON.parse(row.data) as { leadImage?: PhotoUse }).leadImage : undefined;
  return lead?.file === user.target ? lead : { file: user.target };
};

/**
 * The picture with this hash, if a public piece uses it at `now`. Where the piece itself gives description, credit and
 * licence, the picture needs no file of facts.
 */
export const pictureByHash = (window: Window, hash: string, now: Moment): Photo | undefined => {
  const files = window.db().all<{ file: string }>('select file from picture where hash = ? and fault is null', hash);
  for (const { file } of files) {
    for (const user of usersOf(window, file, 'picture')) {
      if (!isPublicUser(window, user.file, now)) continue;
      // For serving, any words will do: who may see it and what is cut do not hang on them.
      const photo = photoFor(window, { alt: '', credit: '—', licence: '—', ...useOf(window, user) }, now);
      if (photo) return photo;
    }
  }
  return undefined;
};

/** Sound, film, captions, document or table with this hash, if a public piece uses it at `now`. */
export const assetByHash = (window: Window, hash: string, now: Moment): Asset | undefined => {
  const rows = window
    .db()
    .all<Omit<Asset, 'rows'> & { rows: string | null }>(
      'select file, hash, bytes, mime, rows from asset where hash = ?',
      hash,
    );
  const row = rows.find(({ file }) =>
    usersOf(window, file, 'asset').some((user) => isPublicUser(window, user.file, now)),
  );
  return row && assetOf(row);
};
