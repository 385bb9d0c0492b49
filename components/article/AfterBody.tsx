/** What follows the words of a piece, in the same column: answering it, passing it on, who wrote it, what it belongs to. */
import { AboutAuthors } from '#components/AboutAuthors';
import { Conversation } from '#components/Conversation';
import { SeriesNav } from '#components/SeriesNav';
import { ShareRow } from '#components/ShareRow';
import { Tags } from '#components/Tags';
import type { PublishedArticle } from '#model/article';
import type { Site } from '#model/site';
import type { Surroundings } from '#model/surroundings';

type AfterBodyProps = {
  readonly site: Site;
  readonly article: PublishedArticle;
  readonly around: Surroundings;
  /** The article's full public address. */
  readonly url: string;
};

/** Conversation, share, authors, tags and series. */
export function AfterBody({ site, article, around, url }: AfterBodyProps) {
  const { headline, tags, series, address } = article;
  return (
    <>
      <Conversation open={article.comments} editor={site.mail.editor} headline={headline} url={url} />
      <ShareRow headline={headline} url={url} />
      <AboutAuthors authors={around.authors} />
      <Tags tags={tags} />
      {series && <SeriesNav series={series} parts={around.parts} current={address} />}
    </>
  );
}
