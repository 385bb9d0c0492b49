/** The front matter of an article: `content/articles/2026/10/15/harbour-bridge-reopens.mdx`. */
import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files/schema';
import { articleKinds } from '#model/article';
import {
  address,
  choice,
  language,
  listOf,
  map,
  mapsOf,
  moment,
  nameIn,
  prose,
  webAddress,
  wholeNumber,
  words,
  yesOrNo,
} from '#model/documents/fields';
import { picture } from '#model/documents/picture';

const WithdrawalNote = defineNestedType(() => ({
  name: 'WithdrawalNote',
  description: 'Takes the article down: its address answers 410 with the reason.',
  fields: {
    on: moment({ description: 'When it was, or will be, taken down.', required: true }),
    reason: prose({ description: 'Why, in a sentence that readers see.', required: true }),
  },
}));

const SeriesPlace = defineNestedType(() => ({
  name: 'SeriesPlace',
  description: 'The place of the article in a series.',
  fields: {
    of: nameIn('series', { description: 'Name of a file in `content/series`, without its ending.', required: true }),
    part: wholeNumber({ least: 1, most: 9999 }, { description: 'Number of the part, from 1.' }),
  },
}));

const CorrectionNote = defineNestedType(() => ({
  name: 'CorrectionNote',
  description: 'A change of fact, stated to readers.',
  fields: {
    on: moment({ description: 'When the text was put right; not before `publishedAt`.', required: true }),
    text: prose({ description: 'What was wrong and what is right.', required: true }),
    kind: choice(['correction', 'clarification', 'update', 'note'], {
      description: 'What sort of change it is; `correction` where left out.',
    }),
    place: choice(['end', 'top'], { description: 'Where readers see it; `end` where left out.' }),
  },
}));

const SponsorNote = defineNestedType(() => ({
  name: 'SponsorNote',
  description: 'Who paid for a sponsored piece.',
  fields: {
    name: words({ description: 'Name of the sponsor.', required: true }),
    url: webAddress({ description: 'Web address of the sponsor.' }),
  },
}));

const SourceNote = defineNestedType(() => ({
  name: 'SourceNote',
  description: 'The agency whose copy this is.',
  fields: {
    name: words({ description: 'Name of the agency.', required: true }),
    url: webAddress({ description: 'Web address of the agency.' }),
    id: words({ description: 'The agency’s own number for the piece.' }),
    syndicate: yesOrNo({ description: '`false` keeps the body out of feeds, twins and mail; `true` where left out.' }),
  },
}));

const OriginNote = defineNestedType(() => ({
  name: 'OriginNote',
  description: 'Where the piece was first published, if not here.',
  fields: {
    name: words({ description: 'Name of the publication.', required: true }),
    url: webAddress({ description: 'Address of the piece there; search engines are sent to it.', required: true }),
    licence: words({ description: 'The terms on which it stands here.' }),
  },
}));

const MachineHelp = defineNestedType(() => ({
  name: 'MachineHelp',
  description: 'What machines that write or draw were used for.',
  fields: { used: prose({ description: 'What they were used for; shown to readers as a label.', required: true }) },
}));

const Coverage = defineNestedType(() => ({
  name: 'Coverage',
  description: 'The time a live article covers.',
  fields: {
    start: moment({ description: 'When the coverage begins.', required: true }),
    end: moment({ description: 'When it ended; no entry may be dated later.' }),
  },
}));

/** An article. */
export const Article = defineDocumentType(() => ({
  name: 'Article',
  description: 'One published piece with its own address.',
  contentType: 'mdx',
  filePathPattern: 'articles/*/*/*/*.mdx',
  fields: {
    headline: words({ description: 'The headline. More than 110 characters get a note.', required: true }),
    // Required too, but for `brief` and `live`, where a missing one is a note: `model/articleRules.ts`.
    standfirst: prose({
      description:
        'The sentence or two under the headline, 40 to 250 characters. Required, but for `brief` and `live`.',
    }),
    category: nameIn('categories', {
      description: 'Name of a file in `content/categories`, without its ending.',
      required: true,
    }),
    authors: listOf(
      { is: 'file-name', folder: 'authors' },
      { description: 'Names of files in `content/authors`, in the order of the byline.', required: true },
    ),
    publishedAt: moment({
      description: 'The first public moment; in the future it is an embargo. Of a public article it does not change.',
      required: true,
    }),
    updatedAt: moment({ description: 'A change of substance, never a typing error; not before `publishedAt`.' }),
    expiresAt: moment({ description: 'From then on the address answers 410.' }),
    draft: yesOrNo({ description: '`true`: never public.' }),
    withdrawn: map(WithdrawalNote, { description: 'Taken down: `on` and `reason`.' }),
    kind: choice(articleKinds, { description: 'What sort of piece it is; `news` where left out.' }),
    shortHeadline: words({ description: 'For fronts, alerts and sharing, where the headline is long.' }),
    searchTitle: words({ description: 'For the title that search engines show.' }),
    tags: listOf({ is: 'words' }, { description: 'Subjects, as words in any case; each has a page of its own.' }),
    place: words({ description: 'Where it was written: run in before the first word.' }),
    lang: language({ description: 'Language of the piece (`sw`, `fr`), where it is not the publication’s.' }),
    translationOf: address({ description: 'Address of the article that this one translates.' }),
    summary: listOf({ is: 'words', prose: true }, { description: '“In Summary”: 2 to 4 sentences.' }),
    leadImage: picture({ description: 'The lead photo: its file name, or `src` with words of its own.' }),
    leadVideo: nameIn('videos', { description: 'Name of a file in `content/videos`, without its ending.' }),
    series: map(SeriesPlace, { description: 'The series it belongs to: `of` and `part`.' }),
    corrections: mapsOf(CorrectionNote, { description: 'Stated changes of fact, each with `on` and `text`.' }),
    related: listOf({ is: 'address' }, { description: 'Addresses of articles to show first among the related ones.' }),
    aliases: listOf(
      { is: 'address', old: true },
      { description: 'Old addresses that lead here for ever: `/old/address`, `"/?p=4711"`.' },
    ),
    comments: yesOrNo({ description: '`false`: no conversation under this one.' }),
    sponsor: map(SponsorNote, { description: 'Who paid; required for `kind: sponsored`, wrong anywhere else.' }),
    source: map(SourceNote, { description: 'The agency whose copy it is.' }),
    origin: map(OriginNote, { description: 'Where it was first published, if elsewhere.' }),
    warning: prose({ description: 'Shown before the pictures and the body.' }),
    ai: map(MachineHelp, { description: 'What machines that write or draw were `used` for.' }),
    coverage: map(Coverage, { description: 'For `kind: live`: `start`, and `end` once it is over.' }),
  },
}));
