/** The components an editor may write in a body: what each is for, what it holds and which props it takes. The check and the documentation come from here. */
import type { BodyComponent } from '#model/body';

/**
 * What a prop takes. `text`: words in quotes. `flag`: the bare name, or true. `focus`: two numbers from 0 to 1, `{[0.5, 0.3]}`.
 * `moment`: a time on the newsroom's wall. `language`: BCP 47. `direction`: ltr or rtl. `picture`, `sound`, `file`, `csv`:
 * a file of the newsroom. `video`: the name of a file in `content/videos`. `embed`: an https address of a listed provider.
 */
export type PropType =
  | 'text'
  | 'flag'
  | 'focus'
  | 'moment'
  | 'language'
  | 'direction'
  | 'picture'
  | 'sound'
  | 'file'
  | 'csv'
  | 'video'
  | 'embed';

/** One prop of a component. */
export type PropRule = {
  readonly name: string;
  readonly type: PropType;
  readonly required: boolean;
  /** The editor's help, one sentence. */
  readonly description: string;
};

/** One component. */
export type ComponentRule = {
  /** The editor's help, one sentence. */
  readonly description: string;
  /** `nothing`: written `<Name … />`. `words`: paragraphs and lists. `blocks`: other components too. A list: these alone. */
  readonly holds: 'nothing' | 'words' | 'blocks' | readonly BodyComponent[];
  /** The only component in which it may stand; `body`: only at the outermost level of the body. */
  readonly within?: BodyComponent | 'body';
  readonly props: readonly PropRule[];
  /** As an editor writes it. */
  readonly example: string;
};

const must = (name: string, type: PropType, description: string): PropRule => ({
  name,
  type,
  required: true,
  description,
});

const may = (name: string, type: PropType, description: string): PropRule => ({
  name,
  type,
  required: false,
  description,
});

/** Rules of all components, by name. */
export const componentRules: { readonly [Name in BodyComponent]: ComponentRule } = {
  Figure: {
    description: 'A photograph or drawing with its caption and credit.',
    holds: 'nothing',
    props: [
      must('src', 'picture', 'The picture’s file name; it lies beside the article or in content/media.'),
      may('alt', 'text', 'What the picture shows, for people who do not see it; instead of the picture’s own.'),
      may('caption', 'text', 'Caption for this place, instead of the picture’s own.'),
      may('focus', 'focus', 'The point that stays in every crop, from left and top, instead of the picture’s own.'),
      may('wide', 'flag', 'Shown wider than the text.'),
    ],
    example: '<Figure src="bridge.jpg" caption="The bridge at dawn." wide />',
  },
  Gallery: {
    description: 'Several pictures shown together.',
    holds: ['Figure'],
    props: [],
    example: '<Gallery>\n\n<Figure src="one.jpg" />\n\n<Figure src="two.jpg" />\n\n</Gallery>',
  },
  Pullquote: {
    description: 'A sentence of the piece set large.',
    holds: 'words',
    props: [may('by', 'text', 'Who said it.')],
    example: '<Pullquote by="Grace Achieng">Nobody had asked the ferry.</Pullquote>',
  },
  FactBox: {
    description: 'Background beside the story.',
    holds: 'blocks',
    props: [must('title', 'text', 'Heading of the box.')],
    example: '<FactBox title="How a bridge hangs">\n\nThe deck hangs from two cables.\n\n</FactBox>',
  },
  Timeline: {
    description: 'Moments in order of time.',
    holds: ['Moment'],
    props: [may('title', 'text', 'Heading of the timeline.')],
    example: '<Timeline>\n\n<Moment date="1937">The bridge opens.</Moment>\n\n</Timeline>',
  },
  Moment: {
    description: 'One moment of a timeline.',
    holds: 'blocks',
    within: 'Timeline',
    props: [
      must('date', 'text', 'When, in words: a year, a month, a day.'),
      may('title', 'text', 'What happened, in a few words.'),
    ],
    example: '<Moment date="May 1937" title="Opening day">Two hundred thousand people walk across.</Moment>',
  },
  KeyFigure: {
    description: 'One number that tells the story.',
    holds: 'nothing',
    props: [
      must('value', 'text', 'The number with its unit.'),
      must('label', 'text', 'What it counts, as the rest of the sentence.'),
    ],
    example: '<KeyFigure value="11 days" label="is how long the bridge was closed." />',
  },
  Quote: {
    description: 'A quotation in another language.',
    holds: 'words',
    props: [
      must('lang', 'language', 'Language of the quotation, as a code: ar, sw, pt-BR.'),
      may('dir', 'direction', 'rtl where the language is written from right to left and its code does not say so.'),
    ],
    example: '<Quote lang="sw">Haba na haba hujaza kibaba.</Quote>',
  },
  Video: {
    description: 'A video that loads on a tap.',
    holds: 'nothing',
    props: [must('id', 'video', 'Name of the file in content/videos, without ending.')],
    example: '<Video id="harbour-at-night" />',
  },
  Audio: {
    description: 'A sound recording with its transcript.',
    holds: 'nothing',
    props: [
      must('src', 'sound', 'The recording’s file name.'),
      must('title', 'text', 'What is heard.'),
      must('transcript', 'text', 'The words and sounds, for people who do not hear it.'),
    ],
    example: '<Audio src="ferry-horn.mp3" title="The ferry’s horn" transcript="Two long blasts." />',
  },
  Embed: {
    description: 'A post, map, chart or video of a listed provider; nothing loads before a tap.',
    holds: 'nothing',
    props: [
      must('url', 'embed', 'The page’s address at the provider, with https.'),
      must('title', 'text', 'What it shows, for readers who do not load it.'),
    ],
    example: '<Embed url="https://www.youtube.com/watch?v=aqz-KE-bpKQ" title="Big Buck Bunny, the whole film" />',
  },
  Document: {
    description: 'A document to read or keep.',
    holds: 'nothing',
    props: [must('src', 'file', 'The document’s file name.'), may('title', 'text', 'Its name; otherwise the file’s.')],
    example: '<Document src="inquiry-report.pdf" title="The inquiry’s report" />',
  },
  Table: {
    description: 'A table from a CSV file.',
    holds: 'nothing',
    props: [
      must('src', 'csv', 'The CSV file’s name; its first row is the head.'),
      must('caption', 'text', 'What the table shows.'),
      must('source', 'text', 'Who counted.'),
    ],
    example: '<Table src="crossings.csv" caption="Crossings by year" source="Harbour Authority" />',
  },
  Update: {
    description: 'An entry of a live article written by one person.',
    holds: 'blocks',
    within: 'body',
    props: [
      must('at', 'moment', 'When it was written, on the newsroom’s wall clock: 2026-10-15 06:00.'),
      must('headline', 'text', 'The entry’s headline.'),
      may('key', 'flag', 'One of the moments that matter most.'),
    ],
    example: '<Update at="2026-10-15 06:00" headline="First lorries cross">\n\nThe barrier rose at six.\n\n</Update>',
  },
};
