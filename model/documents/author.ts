/** The front matter of an author: `content/authors/amina-wafula.mdx`; the body is the biography. */
import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files/schema';
import { choice, mailAddress, mapsOf, secureAddress, words, yesOrNo } from '#model/documents/fields';
import { picture } from '#model/documents/picture';

const AuthorLink = defineNestedType(() => ({
  name: 'AuthorLink',
  description: 'A page about or by the author elsewhere.',
  fields: {
    label: words({ description: 'The words of the link.', required: true }),
    url: secureAddress({ description: 'Its address, https.', required: true }),
  },
}));

/** Who writes. */
export const Author = defineDocumentType(() => ({
  name: 'Author',
  description: 'Who writes: a person, a desk, an agency or an organisation.',
  contentType: 'mdx',
  filePathPattern: 'authors/*.mdx',
  fields: {
    name: words({ description: 'The name as bylines print it.', required: true }),
    role: words({ description: 'What they do: “Science editor”.', required: true }),
    portrait: picture({ description: 'A portrait: its file name, or `src` with words of its own.' }),
    email: mailAddress({ description: 'A mail address that readers may use.' }),
    links: mapsOf(AuthorLink, { description: 'Pages elsewhere, each with `label` and `url`.' }),
    type: choice(['person', 'desk', 'agency', 'organisation'], {
      description: 'What sort of author it is; `person` where left out.',
    }),
    guest: yesOrNo({ description: '`true`: not of the staff.' }),
    left: yesOrNo({ description: '`true`: no longer with the paper; the page stays.' }),
  },
}));
