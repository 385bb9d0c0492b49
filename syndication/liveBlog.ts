/** What a live article adds to its node: the time it covers, and its entries. */
import type { BlogPosting } from 'schema-dts';
import type { PublishedArticle } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { LiveEntry } from '#model/people';
import { absolute, type Paper } from '#syndication/paper';

/** An entry as far as machines are told of it; `names` are those who wrote it. */
export type EntryForMachines = Pick<LiveEntry, 'slug' | 'at' | 'headline'> & {
  readonly body: Pick<LiveEntry['body'], 'text' | 'words'>;
  readonly names?: readonly string[];
};

const entryNode = (paper: Paper, article: PublishedArticle, entry: EntryForMachines): BlogPosting => ({
  '@type': 'BlogPosting',
  headline: entry.headline,
  datePublished: isoMoment(entry.at, paper.site),
  // An entry that is a picture alone says what its headline says.
  articleBody: entry.body.text || entry.headline,
  url: absolute(paper, `${article.address}#${entry.slug}`),
  ...(entry.names &&
    entry.names.length > 0 && { author: entry.names.map((name) => ({ '@type': 'Person' as const, name })) }),
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
