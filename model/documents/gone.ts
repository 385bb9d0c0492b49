/** Addresses taken down for good: `content/gone.yaml`, a list. */
import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files/schema';
import { choice, mapsOf, moment, oldAddress, prose } from '#model/documents/fields';

/** One line of `gone.yaml`. */
const GoneAddress = defineNestedType(() => ({
  name: 'GoneAddress',
  description: 'An address that was taken down for good.',
  fields: {
    address: oldAddress({ description: 'The address: `/2026/10/15/harbour-bridge-reopens`.', required: true }),
    on: moment({ description: 'When it was taken down.', required: true }),
    notice: prose({ description: 'What readers are told.' }),
    show: choice(['gone', 'nothing'], {
      description: '`gone`: 410 with the notice, also where left out. `nothing`: 404, as if it had never been.',
    }),
  },
}));

/** The whole file: its list stands in no field, so `lines` is only a name for it. */
export const Gone = defineDocumentType(() => ({
  name: 'Gone',
  description: 'Addresses taken down for good. An address here beats a file that still lies there.',
  contentType: 'data',
  filePathPattern: 'gone.yaml',
  fields: { lines: mapsOf(GoneAddress, { description: 'One map for each address.' }) },
}));
