/** The front matter of a page about the paper: `content/pages/ethics.mdx`. */
import { defineDocumentType } from 'contentlayer2/source-files/schema';
import { prose, words } from '#model/documents/fields';

/** A page under `/about`. */
export const Page = defineDocumentType(() => ({
  name: 'Page',
  description: 'A page about the paper, listed at `/about`.',
  contentType: 'mdx',
  filePathPattern: 'pages/*.mdx',
  fields: {
    title: words({ description: 'The title.', required: true }),
    description: prose({ description: 'What stands on it, in a sentence.' }),
  },
}));
