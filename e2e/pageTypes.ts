/** One page of each type that the fixture newsroom has, with what a reader must find there. */

/** A page as a promise: where it is, how it answers, what it is called, what must be read on it. */
export type PageType = {
  readonly name: string;
  readonly path: string;
  readonly status: 200 | 404 | 410;
  /** The one heading of level 1. */
  readonly h1: string;
  /** Words in `main` without which the page would not be itself. */
  readonly words: readonly string[];
  /** Whether search engines are asked to list it. */
  readonly listed: boolean;
};

const page = (name: string, path: string, h1: string, ...words: string[]): PageType => ({
  name,
  path,
  status: 200,
  h1,
  words,
  listed: true,
});

const unlisted = (type: PageType): PageType => ({ ...type, listed: false });

const lost = (status: 404 | 410, ...[name, path, h1, ...words]: Parameters<typeof page>): PageType => ({
  ...page(name, path, h1, ...words),
  status,
  listed: false,
});

/** The front. */
export const front = page(
  'the front',
  '/',
  'The Mara Courier',
  'The new quay opens to ships',
  'A slug, on Tuesday',
  'Tide 1 of four',
  'A piece of the kind opinion',
  'The tide comes in',
);

/** Articles, of which each shows what the others do not. */
export const articles: readonly PageType[] = [
  page(
    'an article',
    '/2026/10/15/the-lead-of-the-day',
    'The new quay opens to ships',
    'The quay is 200 metres long.',
    'The first ship came in with the tide.',
    'Ben Mwangi',
    'Related',
  ),
  page(
    'an article with every component',
    '/2026/10/09/every-body-component',
    'Every component of a body',
    'The tide waits for nobody',
    'It comes twice a day.',
    'The text of the footnote.',
    'The last paragraph.',
  ),
  page(
    'live coverage that goes on',
    '/2026/10/15/live-running',
    'Closing the harbour bar, as it happens',
    'The bar is closed for an hour at low water.',
    'It took an hour, not two',
    'Key moments',
  ),
  page(
    'live coverage that has ended',
    '/2026/09/13/kind-live',
    'A regatta, hour by hour',
    'Seven boats cross the line.',
    'Boat two wins',
  ),
  page('an opinion', '/2026/09/08/kind-opinion', 'A piece of the kind opinion', 'Opinion', 'a second paragraph'),
  page(
    'a sponsored piece',
    '/2026/09/14/kind-sponsored',
    'What a rope is made of',
    'Invented Ropes',
    'strands of yarn',
  ),
  page(
    'an article in Arabic',
    '/2026/10/09/arabic-article',
    'الميناء يفتح أبوابه للسفن',
    'وصلت السفينة الأولى مع المد.',
  ),
  page('a corrected article', '/2026/10/12/corrected-twice', 'The crane lifts 40 tonnes', 'It was 1951.', 'not 400.'),
  page(
    'an article with a warning',
    '/2026/10/12/with-a-warning-and-a-machine',
    'With a warning',
    'This piece describes a storm.',
    'A machine wrote the table from a form',
  ),
  page('a part of a series', '/2026/08/02/tide-2', 'Tide 2 of four', 'Four tides', 'Tide 1 of four', 'Tide 3 of four'),
  page(
    'a very long headline',
    '/2026/10/11/very-long-headline',
    'The harbour master explains',
    'something to read here',
  ),
  page(
    'a hostile headline',
    '/2026/10/11/hostile-headline',
    '</script><script>alert(1)</script>',
    'nobody {sic} minded',
  ),
];

/** Lists of articles: by section, writer, tag, series and time. */
export const fronts: readonly PageType[] = [
  page('a category', '/category/harbour', 'Harbour', 'The crane lifts 40 tonnes', 'Ships, quays'),
  page('the second page of a category', '/category/harbour/page/2', 'Harbour', 'Harbour log'),
  page('a category without a public piece', '/category/weather', 'Weather'),
  page('an author', '/author/ada-otieno', 'Ada Otieno', 'Harbour reporter', 'writes about ships', 'Good until noon'),
  page('the second page of an author', '/author/ada-otieno/page/2', 'Ada Otieno', 'Harbour log'),
  page('a tag', '/tag/logs', 'Logs', 'Harbour log 26'),
  page('the second page of a tag', '/tag/logs/page/2', 'Logs', 'Harbour log 01'),
  page('a series', '/series/four-tides', 'Four tides', 'High water and low water', 'Tide 1 of four', 'Tide 4 of four'),
  page('all categories', '/category', 'Sections', 'Harbour', 'Science'),
  page('all authors', '/author', 'Authors', 'Ada Otieno', 'Ben Mwangi'),
  page('all tags', '/tag', 'Tags', 'Tides', 'Ships'),
  page('all series', '/series', 'Series', 'Four tides'),
  page('a year', '/2026', '2026', 'October'),
  page('a month', '/2026/10', 'October 2026', '15'),
  page('a day', '/2026/10/15', 'Thursday, 15 October 2026', 'The new quay opens to ships'),
];

/** Pages that say what the paper is and does. */
const paperPages: readonly PageType[] = [
  page('the films', '/videos', 'Videos', 'The tide comes in', 'A film that is kept elsewhere', 'Nothing is said.'),
  page('the corrections', '/corrections', 'Corrections', 'It was 1951.', 'The crane lifts 40 tonnes, not 400.'),
  page('what the paper is', '/about', 'About The Mara Courier', 'Ethics', 'Ownership'),
  page('a page of the paper', '/about/ethics', 'Ethics', 'We print what we know.'),
];

/** The steps of a newsletter's reader, as they are without a link from a letter. */
const newsletterPages: readonly PageType[] = [
  page('the newsletters', '/newsletter', 'Newsletters', 'The Six O’Clock', 'Your e-mail address', 'I want to receive'),
  page('the page after the sign-up', '/newsletter/check-your-mail', 'Check your mail', 'Tap the link'),
  page('the page of a broken link', '/newsletter/confirm?token=x', 'This link is not complete', 'lost on the way'),
  page('the page after the last letter', '/newsletter/stopped', 'Stopped'),
].map(unlisted);

/** What stands where nothing is, or nothing is any more. */
const lostPages: readonly PageType[] = [
  lost(404, 'an address that never was', '/wp-login.php', 'This page is not in the paper', 'Front page', 'By date'),
  lost(404, 'a day without a piece', '/2026/10/14', 'This page is not in the paper', 'Front page'),
  lost(
    410,
    'a piece that was withdrawn',
    '/2026/10/05/withdrawn-with-a-reason',
    'We took this story down',
    '6 October 2026',
    'The figures could not be confirmed.',
  ),
  lost(410, 'an address of gone.yaml', '/2026/10/02/gone-for-good', 'We took this story down', 'the press council'),
  lost(410, 'a piece whose time is over', '/2026/10/01/expired-yesterday', 'This page was for a time', 'Front page'),
];

/** Every page type. */
export const pageTypes: readonly PageType[] = [
  front,
  ...articles,
  ...fronts,
  ...paperPages,
  ...newsletterPages,
  ...lostPages,
];
