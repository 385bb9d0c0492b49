/** The front matter of one entry of a live article: `…/election-night.updates/0730-first-count.mdx`. */
import { defineDocumentType } from 'contentlayer2/source-files/schema';
import { entryName, listOf, moment, words, yesOrNo } from '#model/documents/fields';

/** An entry of a live article, in a file of its own so that several people never edit one file. */
export const LiveEntry = defineDocumentType(() => ({
  name: 'LiveEntry',
  description: 'One entry of the live article beside whose file its folder stands.',
  contentType: 'mdx',
  filePathPattern: 'articles/*/*/*/*.updates/*.mdx',
  fields: {
    at: moment({ description: 'The moment of the entry; one in the future is shown from then on.', required: true }),
    headline: words({ description: 'The headline of the entry.', required: true }),
    authors: listOf(
      { is: 'file-name', folder: 'authors' },
      { description: 'Who wrote it, where it is not the article’s authors.' },
    ),
    key: yesOrNo({ description: '`true`: among the key events.' }),
    pinned: yesOrNo({ description: '`true`: stays above the others.' }),
    correctionOf: entryName({ description: 'Name of the entry that this one corrects, without its ending.' }),
  },
}));
