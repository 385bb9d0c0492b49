/** The front matter of a video: `content/videos/cat-in-motion.mdx`; the body is the transcript. */
import { defineDocumentType } from 'contentlayer2/source-files/schema';
import { choice, duration, moment, path, words } from '#model/documents/fields';
import { picture } from '#model/documents/picture';

/** A video, of a provider or of our own. */
export const Video = defineDocumentType(() => ({
  name: 'Video',
  description: 'A video; it loads on a tap and never before.',
  contentType: 'mdx',
  filePathPattern: 'videos/*.mdx',
  fields: {
    title: words({ description: 'The title.', required: true }),
    publishedAt: moment({ description: 'The first public moment.', required: true }),
    provider: choice(['youtube', 'vimeo', 'file'], { description: 'Who plays it.', required: true }),
    id: words({ description: 'For youtube and vimeo: the provider’s own name for it, the end of its address.' }),
    src: path({ description: 'For file: the video’s file, beside this one or in `content/media`.' }),
    poster: picture({ description: 'The picture shown before the tap.', required: true }),
    duration: duration({ description: 'The length: `PT2M31S` is 2 minutes 31 seconds.', required: true }),
    captions: path({ description: 'A WebVTT file with the words spoken.' }),
  },
}));
