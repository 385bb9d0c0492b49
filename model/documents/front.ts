/** What the front page shows: `content/fronts/home.yaml`. */
import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files/schema';
import { address, choice, map, mapsOf, moment, nameIn, prose, wholeNumber } from '#model/documents/fields';

const Breaking = defineNestedType(() => ({
  name: 'Breaking',
  description: 'The bar above everything.',
  fields: {
    text: prose({ description: 'The words of the bar.', required: true }),
    link: address({ description: 'Address it leads to.', required: true }),
    until: moment({ description: 'When it goes away by itself.' }),
  },
}));

const Pin = defineNestedType(() => ({
  name: 'Pin',
  description: 'An article held in its place.',
  fields: {
    article: address({ description: 'Address of the article.', required: true }),
    until: moment({ description: 'When it is let go.' }),
  },
}));

/** Names of the blocks a front can have. */
const blockNames = ['lead', 'brief', 'category', 'opinion', 'series', 'latest', 'most-read', 'videos'] as const;

const Block = defineNestedType(() => ({
  name: 'Block',
  description: 'One part of the front, filled with the newest that fit.',
  fields: {
    block: choice(blockNames, { description: 'What sort of block it is.', required: true }),
    category: nameIn('categories', { description: 'For a category block: which category.' }),
    series: nameIn('series', { description: 'For a series block: which series.' }),
    size: wholeNumber({ least: 1, most: 50 }, { description: 'How many pieces at most.' }),
  },
}));

/** The plan of the front page. */
export const Front = defineDocumentType(() => ({
  name: 'Front',
  description: 'What the front page shows. Without this file a sensible front makes itself.',
  contentType: 'data',
  filePathPattern: 'fronts/home.yaml',
  fields: {
    breaking: map(Breaking, { description: 'Breaking news: `text`, `link` and `until`.' }),
    pins: mapsOf(Pin, { description: 'Articles in order; the first is the lead.' }),
    blocks: mapsOf(Block, {
      description: 'The blocks in order. Where left out: lead, each category, opinion, latest, most-read, videos.',
    }),
  },
}));
