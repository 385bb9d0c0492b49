/** The front matter of a series: `content/series/ways-of-seeing.mdx`. */
import { defineDocumentType } from 'contentlayer2/source-files/schema';
import { prose, words } from '#model/documents/fields';

/** Articles that belong together in numbered parts. */
export const Series = defineDocumentType(() => ({
  name: 'Series',
  description: 'Articles that belong together in numbered parts.',
  contentType: 'mdx',
  filePathPattern: 'series/*.mdx',
  fields: {
    title: words({ description: 'The name of the series.', required: true }),
    description: prose({ description: 'What it is about, in a sentence.', required: true }),
  },
}));
