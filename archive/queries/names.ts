/** Authors, series, tags and about pages: the names that lists go by. */
import type { PackedBody } from '#archive/desk';
import { countsIn } from '#archive/queries/listCounts';
import { materialFor } from '#archive/queries/material';
import { photoFor } from '#archive/queries/photos';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { BodyMaterial } from '#archive/questions';
import type { Tag } from '#model/article';
import { emptyBody, type Body } from '#model/body';
import type { Moment } from '#model/moment';
import type { AboutPage, Author, Series } from '#model/people';
import type { Photo } from '#model/photo';

const bodyOfEntity = (window: Window, kind: string, slug: string): Body => {
  const row = window
    .db()
    .one<{ body: string | null }>('select body from entity where kind = ? and slug = ?', kind, slug);
  if (!row?.body) return emptyBody;
  // What the archive wrote itself (`archive/store/documents.ts`).
  const packed = JSON.parse(row.body) as PackedBody;
  return { ...packed, tree: JSON.parse(packed.tree) as Body['tree'] };
};

const countsBy = (window: Window, list: 'author' | 'series', now: Moment): Map<string, number> =>
  new Map(countsIn(window, list, now).map(({ name, articles }) => [name, articles]));

/** An author with the portrait that may be shown now. */
export const withPhoto = (window: Window, author: Author, now: Moment): Author & { photo?: Photo } => {
  const photo = photoFor(window, author.portrait, now, author.name);
  return { ...author, ...(photo && { photo }) };
};

/** Authors with a file and at least one public article, by name. */
export const authorsAt = (window: Window, now: Moment): (Author & { articles: number; photo?: Photo })[] => {
  const counts = countsBy(window, 'author', now);
  return [...window.held().authors.values()]
    .filter(({ slug }) => counts.has(slug))
    .map((author) => ({ ...withPhoto(window, author, now), articles: counts.get(author.slug) ?? 0 }));
};

/** An author with portrait and biography. */
export const authorOf = (
  window: Window,
  slug: string,
  now: Moment,
): (Author & { photo?: Photo; body: Body; material: BodyMaterial }) | undefined => {
  const author = window.held().authors.get(slug);
  if (!author) return undefined;
  const body = bodyOfEntity(window, 'author', slug);
  return { ...withPhoto(window, author, now), body, material: materialFor(window, body, now) };
};

/** Series with a file and at least one public article, by title. */
export const seriesAt = (window: Window, now: Moment): (Series & { articles: number })[] => {
  const counts = countsBy(window, 'series', now);
  return [...window.held().series.values()].flatMap((series) => {
    const articles = counts.get(series.slug);
    return articles === undefined ? [] : [{ ...series, articles }];
  });
};

/** How a tag is written: as the newest public article that carries it has it. */
const labelOf = (window: Window, slug: string, now: Moment): string | undefined =>
  window.db().one<{ label: string }>(
    `select l.label from article_listed l join article a on a.id = l.id where l.list = 'tag' and l.name = ? and ${openAt}
       order by l.published_at desc, l.id desc limit 1`,
    slug,
    ...openValues(window, now),
  )?.label;

/** Tags of public articles, by name. */
export const tagsAt = (window: Window, now: Moment): (Tag & { articles: number })[] =>
  countsIn(window, 'tag', now)
    .map(({ name, label, articles }) => ({ slug: name, name: label ?? name, articles }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** A tag that at least one public article carries. */
export const tagAt = (window: Window, slug: string, now: Moment): Tag | undefined => {
  const name = labelOf(window, slug, now);
  return name === undefined ? undefined : { slug, name };
};

type TagRow = { readonly slug: string; readonly name: string };

const tagOf = ({ slug, name }: TagRow): Tag => ({ slug, name });

/** Tags most used by the newest articles of an author or a category, most used first. */
export const tagsUsedBy = (
  window: Window,
  of: { readonly author?: string; readonly category?: string },
  size: number,
  now: Moment,
): readonly Tag[] =>
  window.counted(`tags of ${of.author ?? ''} ${of.category ?? ''} ${size}`, now, () => mostUsed(window, of, size, now));

const mostUsed = (
  window: Window,
  of: { readonly author?: string; readonly category?: string },
  size: number,
  now: Moment,
): Tag[] => {
  const newest = of.author
    ? `select a.id from article_listed b join article a on a.id = b.id where b.list = 'author' and b.name = ?`
    : `select a.id from article a where a.category = ?`;
  return window
    .db()
    .all<TagRow>(
      `select l.name as slug, l.label as name, count(*) as articles, max(l.published_at) as newest
       from article_listed l where l.list = 'tag' and l.id in (${newest} and ${openAt} order by a.published_at desc limit 100)
       group by l.name order by articles desc, newest desc limit ?`,
      of.author ?? of.category ?? '',
      ...openValues(window, now),
      size,
    )
    .map(tagOf);
};

/** The transcript of a video. */
export const videoBody = (window: Window, slug: string): Body => bodyOfEntity(window, 'video', slug);

/** A page under `/about` with its body. */
export const aboutPageOf = (
  window: Window,
  slug: string,
  now: Moment,
): (AboutPage & { body: Body; material: BodyMaterial }) | undefined => {
  const page = window.held().pages.get(slug);
  if (!page) return undefined;
  const body = bodyOfEntity(window, 'page', slug);
  return { ...page, body, material: materialFor(window, body, now) };
};
