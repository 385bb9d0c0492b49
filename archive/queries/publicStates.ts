/** Marks of what the public sees, by which a change is told from a file that was only written anew. */
import { createHash } from 'node:crypto';
import { firstVideos } from '#archive/queries/videos';
import { openAt, openValues, type Window } from '#archive/queries/window';
import { authorAddress, categoryAddress, seriesAddress, tagAddress } from '#model/addresses';
import type { Address, Article } from '#model/article';
import type { Moment } from '#model/moment';
import { filmsAddress, type PublicState } from '#model/publicState';

type Row = { readonly address: Address; readonly data: string; readonly body_hash: string };

const columns = 'select a.address, a.data, a.body_hash from article a where';

/** Lists that show a piece and have feeds: those with a page. */
const listsOf = (window: Window, article: Article, now: Moment): Address[] => {
  const { category, authors, tags, series, corrections } = article;
  const known = window.held();
  return [
    '/',
    ...(known.categories.has(category) ? [categoryAddress(category)] : []),
    ...authors.filter((author) => known.authors.has(author)).map((author) => authorAddress(author)),
    ...tags.map(({ slug }) => tagAddress(slug)),
    ...(series && known.series.has(series.of) ? [seriesAddress(series.of)] : []),
    ...(corrections.some(({ on }) => on <= now) ? ['/corrections'] : []),
  ];
};

/** Entries of live coverage as far as they are public; other kinds have none. */
const entriesOf = (window: Window, { kind, address }: Article, now: Moment): readonly string[] =>
  kind === 'live'
    ? window
        .db()
        .all<{ data: string }>('select data from live_entry where address = ? and at <= ? order by at', address, now)
        .map(({ data }) => data)
    : [];

/** Named one by one, so that a field which a later release adds does not make every article a changed one. */
const told = (article: Article, now: Moment): readonly unknown[] => [
  article.headline,
  article.standfirst ?? '',
  article.kind,
  article.summary,
  article.category,
  article.authors,
  article.tags.map(({ slug }) => slug),
  article.leadImage?.file ?? '',
  article.corrections.filter(({ on }) => on <= now).map(({ on, text }) => [on, text]),
  article.updatedAt !== undefined && article.updatedAt <= now ? article.updatedAt : 0,
];

const markOf = (whole: string): string => createHash('sha256').update(whole).digest('base64url').slice(0, 22);

/** Films as far as a feed shows them. */
const newestVideos = 30;

/** The page of all films as one state: films have no pages of their own. */
const videosState = (window: Window, now: Moment): PublicState[] => {
  const videos = firstVideos(window, 0, newestVideos, now);
  if (videos.length === 0) return [];
  const told = videos.map(({ slug, title, publishedAt, text }) => [slug, title, publishedAt, text]);
  return [{ address: filmsAddress, mark: markOf(JSON.stringify(told)), lists: [filmsAddress], ours: true }];
};

const stateOf = (window: Window, { address, data, body_hash }: Row, now: Moment): PublicState => {
  // What the archive wrote itself (`archive/store/articles.ts`).
  const article = JSON.parse(data) as Article;
  const whole = JSON.stringify([told(article, now), body_hash, entriesOf(window, article, now)]);
  return { address, mark: markOf(whole), lists: listsOf(window, article, now), ours: article.origin === undefined };
};

/** States of all public articles and of the films, or of those at `addresses`; what is not public is not among them. */
export const publicStates = (
  window: Window,
  addresses: readonly Address[] | undefined,
  now: Moment,
): readonly PublicState[] => {
  const db = window.db();
  const open = openValues(window, now);
  const rows = addresses
    ? addresses.flatMap((address) => db.all<Row>(`${columns} a.address = ? and ${openAt}`, address, ...open))
    : db.all<Row>(`${columns} ${openAt}`, ...open);
  const films = !addresses || addresses.includes(filmsAddress) ? videosState(window, now) : [];
  return [...rows.map((row) => stateOf(window, row, now)), ...films];
};
