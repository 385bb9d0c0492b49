/** What a live article adds to its node: the time it covers, and its entries. */
import type { BlogPosting } from 'schema-dts';
import type { PublishedArticle } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Author, LiveEntry } from '#model/people';
import { absolute, type Paper } from '#syndication/paper';
import { typeOf } from '#syndication/people';

/** An entry as far as machines are told of it; `writers` are those who wrote it. */
export type EntryForMachines = Pick<LiveEntry, 'slug' | 'at' | 'headline'> & {
  readonly body: Pick<LiveEntry['body'], 'text' | 'words'>;
  readonly writers?: readonly Pick<Author, 'name' | 'type'>[];
};

const entryNode = (paper: Paper, article: PublishedArticle, entry: EntryForMachines): BlogPosting => ({
  '@type': 'BlogPosting',
  headline: entry.headline,
  datePublished: isoMoment(entry.at, paper.site),
  // An entry that is a picture alone says what its headline says.
  articleBody: entry.body.text || entry.headline,
  url: absolute(paper, `${article.address}#${entry.slug}`),
  // Without an address: who writes entries alone has no page.
  ...(entry.writers &&
    entry.writers.length > 0 && {
      author: entry.writers.map((writer) => ({ '@type': typeOf(writer), name: writer.name })),
    }),
});

/** Start of the coverage, its end once it has ended, and the entries, newest first. */
export const liveFacts = (
  paper: Paper,
  article: PublishedArticle,
  entries: readonly EntryForMachines[],
  now: Moment,
) => {
  const { start = article.publishedAt, end } = article.coverage ?? {};
  return {
    coverageStartTime: isoMoment(start, paper.site),
    ...(end !== undefined && end <= now && { coverageEndTime: isoMoment(end, paper.site) }),
    liveBlogUpdate: entries.toSorted((a, b) => b.at - a.at).map((entry) => entryNode(paper, article, entry)),
  };
};
