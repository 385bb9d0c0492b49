/** The facts of a photo, in the file beside it: `bridge.jpg.yaml`. */
import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files/schema';
import { map, moment, prose } from '#model/documents/fields';
import { pictureFacts } from '#model/documents/picture';

const PhotoWithdrawal = defineNestedType(() => ({
  name: 'PhotoWithdrawal',
  description: 'Hides the photo everywhere.',
  fields: {
    on: moment({ description: 'From when on; at once where left out.' }),
    reason: prose({ description: 'Why, for the desk.' }),
  },
}));

/** The facts that a photo carries itself, for every piece that shows it. */
export const PhotoFacts = defineDocumentType(() => ({
  name: 'PhotoFacts',
  description: 'What a photo shows, whose it is, and on which terms the paper may show it.',
  contentType: 'data',
  filePathPattern: '**/*.{jpg,jpeg,png,webp,avif}.yaml',
  fields: {
    ...pictureFacts,
    usableUntil: moment({ description: 'When the right to show it ends.' }),
    withdrawn: {
      ...map(PhotoWithdrawal, { description: '`true`, a moment, or `on` and `reason`: hidden from then on.' }, 'on'),
      orTrue: true,
    },
  },
}));
