/** Asks the archive for what the Markdown twin of an article shows. */
import { markdownBody } from '#archive/body/markdownBody';
import type { ArticleWithBody } from '#archive/questions';
import type { Moment } from '#model/moment';
import { absolute } from '#syndication/paper';
import type { Twin, TwinEntry } from '#syndication/twin';
import { paper } from './machines';
import { archive } from './paper';
import { plainMaterial } from './plainMaterial';

/** Entries stand under headings of level 2, so their own begin below. */
const deeper = 1;

const entryOf = (piece: ArticleWithBody, entry: ArticleWithBody['entries'][number]): TwinEntry => ({
  ...entry,
  corrects: piece.entries.find(({ slug }) => slug === entry.correctionOf)?.headline,
  body: markdownBody(entry.body.tree, plainMaterial(piece.article.address, entry.material), {
    deeper,
    notes: `${entry.slug}-`,
  }),
});

/** The twin of a piece as it is public at `now`; copy that may not be syndicated comes without its body. */
export const twinOf = (piece: ArticleWithBody, now: Moment): Twin => {
  const { article, body } = piece;
  const film = article.leadVideo === undefined ? undefined : archive.video(article.leadVideo, now);
  const video = film && { title: film.title, href: absolute(paper, `/videos#${film.slug}`) };
  if (article.source?.syndicate === false) return { article, video, entries: [] };
  return {
    article,
    video,
    body: markdownBody(body.tree, plainMaterial(article.address, piece.material)),
    entries: piece.entries.map((entry) => entryOf(piece, entry)),
  };
};
