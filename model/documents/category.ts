/** The front matter of a category: `content/categories/science.mdx`. */
import { defineDocumentType } from 'contentlayer2/source-files/schema';
import { prose, wholeNumber, words } from '#model/documents/fields';

/** A section of the paper. */
export const Category = defineDocumentType(() => ({
  name: 'Category',
  description: 'A section of the paper, with a front of its own.',
  contentType: 'mdx',
  filePathPattern: 'categories/*.mdx',
  fields: {
    title: words({ description: 'The name as the section bar prints it.', required: true }),
    description: prose({ description: 'What the section covers, in a sentence.', required: true }),
    order: wholeNumber(
      { least: 0, most: 9999 },
      { description: 'Place in the section bar, smallest first.', required: true },
    ),
  },
}));
