/** The publication: the one file a new publisher edits. Everything else on this site is derived from it or from `content/`. */
export const site = {
  /** Name as it stands in the nameplate, in feeds and in structured data. */
  name: 'The Mara Courier',
  /** Under the icon on a home screen, where there is room for about twelve letters; left out: the name. */
  shortName: 'Mara Courier' as string | undefined,
  /** The line under the name, without a full stop. */
  motto: 'Plain facts, well told',
  /** What the publication is, in one sentence: description of the front page and of the feeds. */
  description:
    'An independent paper of true stories about science, places and people, written in Nairobi and published plainly.',
  /** Language and region (BCP 47): language of the pages, of dates and of numbers. */
  locale: 'en-KE',
  /** The newsroom's wall clock (IANA name): every time without an offset is a time in this zone. */
  timeZone: 'Africa/Nairobi',
  /** The zone as readers know it, printed behind every time. Where it is left out, the zone's own short name is printed. */
  timeZoneName: 'EAT' as string | undefined,
  /** Where and since when: the footer's second line. */
  since: { place: 'Nairobi', year: 2023 },
  /** The publication's own pages elsewhere, like `https://mastodon.social/@paper`: search engines then know they are yours. */
  profiles: [] as readonly string[],
  /** The line at the foot of every page. */
  colophon:
    'The Mara Courier is the sample paper of Standfirst, open-source software for news. Its stories are true and its staff are invented. Photographs are credited where they stand, with their licences.',
  /** Mail addresses: for readers who write to the editor, for people who report a security fault, and the sender of letters. */
  mail: {
    editor: 'editor@example.org',
    security: 'security@example.org',
    sender: 'The Mara Courier <letters@example.org>',
  },
  /** The newsletters a reader may sign up for; the first is offered on every page. */
  newsletters: [
    {
      id: 'six-oclock',
      name: 'The Six O’Clock',
      when: 'Weekdays at 06:00 EAT',
      promise: 'Five stories, two minutes, one correction if we made one.',
    },
    {
      id: 'long-read',
      name: 'The long read',
      when: 'Saturdays',
      promise: 'One piece, without the links.',
    },
    {
      id: 'ways-of-seeing',
      name: 'Ways of seeing',
      when: 'When a part is published',
      promise: 'Pictures, and what was found in them.',
    },
  ],
  /** What a reader agrees to when signing up. A change of the words needs a new version: both are stored with each consent. */
  consent: {
    version: '2026-11-01',
    text: 'I want to receive the newsletters I chose, at this address, until I stop them. The paper counts neither opens nor clicks and gives my address to nobody.',
  },
  /** Curly quotation marks and dashes for straight ones in bodies. */
  smartPunctuation: false,
  /** What machines may do with the paper: robots.txt, headers, the licence and the Markdown twins follow. docs/machines.md */
  machines: {
    /** Search engines may read everything, list it and show short excerpts with a link. */
    search: true,
    /** Pieces may be what an AI answer is made from, and are offered as Markdown for it. */
    aiInput: true,
    /** Models may be trained on the pieces. */
    aiTrain: false,
    /** Crawlers for which it is otherwise, by their names in robots.txt: `'refused'`, or `'agreed'` where a contract says. */
    crawlers: {} as Readonly<Record<string, 'refused' | 'agreed'>>,
    /** The licence: what is owed for an allowed use (`free`, `attribution`), whom to ask for more, the terms in words. */
    licence: {
      payment: 'attribution' as 'free' | 'attribution',
      contact: 'rights@example.org',
      terms: undefined as string | undefined,
    },
  },
  /** WebSub hubs that are told of every change, like `https://pubsubhubbub.appspot.com/`; none: nobody is told. */
  hubs: [] as readonly string[],
  /** IndexNow: search engines are told of every change once there is a key (here, or `INDEXNOW_KEY` in the environment). */
  indexNow: { endpoint: 'https://api.indexnow.org/indexnow', key: undefined as string | undefined },
};
