/** A picture as a document uses it: a file name, or a map with words of its own. */
import { defineNestedType } from 'contentlayer2/source-files/schema';
import { decimal, map, numbers, path, prose, webAddress, words } from '#model/documents/fields';

/** Facts that a picture's own file and a document that uses it may both give. */
export const pictureFacts = {
  alt: words({
    description:
      'What the picture shows, for people who do not see it. `""` says that it is decorative, never for a lead photo.',
  }),
  caption: prose({ description: 'The words under the picture.' }),
  credit: words({ description: 'The photographer or agency, as the credit line prints it.' }),
  licence: words({
    description: 'The terms on which the paper may show it: `CC BY 4.0`, `Public domain`, `Own photograph`.',
  }),
  licenceUrl: webAddress({ description: 'Where the terms can be read.' }),
  focus: numbers(
    2,
    { least: 0, most: 1 },
    { description: 'The point that stays in every crop, from left and top, 0 to 1: `[0.5, 0.3]`.' },
  ),
  zoom: decimal({ least: 1, most: 4 }, { description: 'From 1 to 4: tightens crops where the subject is small.' }),
};

/** A picture in use. */
const PictureUse = defineNestedType(() => ({
  name: 'PictureUse',
  description: 'A picture, with the words that differ from the ones beside the picture.',
  fields: {
    src: path({
      description: 'The picture: a file beside this one or in `content/media`, or `/media/…`.',
      required: true,
    }),
    ...pictureFacts,
  },
}));

/** A field that takes a picture's file name, or a map with `src`. */
export const picture = (say: { readonly description: string; readonly required?: boolean }) =>
  map(PictureUse, say, 'src');
