import { expect, test } from 'vitest';
import type { ShownVideo } from '#model/people';
import { collectionPageFor, itemListFor } from '#syndication/collectionPage';
import { testArticle, testNow, testPaper, testPhoto } from '#syndication/forTests';
import { metadataForArticle } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import { organizationFor, webSiteFor } from '#syndication/organization';
import { type KnownAuthor, profilePageFor } from '#syndication/people';
import { photoNodes } from '#syndication/photoNode';
import { videoNodeFor } from '#syndication/videoNode';

const moment = (time: string): number => Date.parse(`2026-10-15T${time}:00+03:00`);

const body = { text: 'The first count is in.', words: 5 };
const entries = [
  { slug: '0730-first-count', at: moment('07:30'), headline: 'First count', body },
  { slug: '0900-second-count', at: moment('09:00'), headline: 'Second count', body: { ...body, text: '' } },
];

const live = (end?: number) =>
  testArticle({ kind: 'live', coverage: { start: moment('07:00'), ...(end !== undefined && { end }) } });

test('L1: coverage that runs has a start, and an end only once it has ended', () => {
  const end = moment('18:00');
  const running = newsArticleFor(testPaper, live(end), { entries, now: moment('10:00') });
  expect(running).toMatchObject({ '@type': 'LiveBlogPosting', coverageStartTime: '2026-10-15T07:00:00+03:00' });
  expect(running).not.toHaveProperty('coverageEndTime');
  expect(newsArticleFor(testPaper, live(end), { entries, now: end })).toMatchObject({
    coverageEndTime: '2026-10-15T18:00:00+03:00',
  });
});

test('L2, L3: each entry is a posting at its own address, the newest first, and the article changed with it', () => {
  const node = newsArticleFor(testPaper, live(), { entries, now: testNow });
  const url = 'https://news.example/2026/10/15/harbour-bridge-reopens';
  expect(node).toMatchObject({
    dateModified: '2026-10-15T09:00:00+03:00',
    wordCount: 310,
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'Second count',
        articleBody: 'Second count',
        url: `${url}#0900-second-count`,
      },
      {
        articleBody: 'The first count is in.',
        datePublished: '2026-10-15T07:30:00+03:00',
        url: `${url}#0730-first-count`,
      },
    ],
  });
  expect(metadataForArticle(testPaper, live(), { entries }).openGraph).toMatchObject({
    modifiedTime: '2026-10-15T09:00:00+03:00',
  });
});

test('L2, A5: an entry says who wrote it, and a desk is an organisation there too', () => {
  const writers = [
    { name: 'Amina Wafula', type: 'person' },
    { name: 'The Desk', type: 'desk' },
  ] as const;
  const written = entries.map((entry) => ({ ...entry, writers }));
  const author = [
    { '@type': 'Person', name: 'Amina Wafula' },
    { '@type': 'Organization', name: 'The Desk' },
  ];
  expect(newsArticleFor(testPaper, live(), { entries: written, now: testNow })).toMatchObject({
    liveBlogUpdate: [{ author }, { author }],
  });
});

test('A6: a ratio for which the photo has too few pixels is not offered', () => {
  expect(photoNodes(testPaper, { ...testPhoto, width: 300, height: 200 })).not.toContainEqual(
    expect.objectContaining({ width: expect.stringMatching(/^(?:1|2)\d\d$/) }),
  );
  expect(photoNodes(testPaper, { ...testPhoto, width: 120, height: 80 })).toEqual([]);
});

test('A10: a photo names its licence, and its maker as a person only where the byline knows the name', () => {
  const byline = testArticle().authors;
  expect(photoNodes(testPaper, testPhoto, byline)[0]).toMatchObject({
    contentUrl: expect.stringContaining('https://news.example/pictures/'),
    creditText: 'Amina Wafula',
    creator: { '@type': 'Person', name: 'Amina Wafula' },
    copyrightNotice: 'Amina Wafula / CC BY 4.0',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(photoNodes(testPaper, { ...testPhoto, credit: 'NASA' }, byline)[0]).not.toHaveProperty('creator');
});

test('A9: a correction dated later is told to nobody before its moment', () => {
  const corrections = [{ on: moment('12:00'), text: 'Two, not three.', kind: 'correction', place: 'end' }] as const;
  const article = testArticle({ corrections });
  expect(newsArticleFor(testPaper, article, { now: moment('11:59') })).not.toHaveProperty('correction');
  expect(newsArticleFor(testPaper, article, { now: moment('12:00') })).toHaveProperty('correction.0.text');
});

const author: KnownAuthor = {
  slug: 'amina-wafula',
  name: 'Amina Wafula',
  role: 'Reporter',
  links: [{ label: 'Mastodon', url: 'https://mastodon.example/@amina' }],
  type: 'person',
  guest: false,
  left: false,
  text: 'Writes about bridges.',
  photo: testPhoto,
};

test('P2: the page of an author is a ProfilePage about one person, with picture, words and other pages', () => {
  const url = 'https://news.example/author/amina-wafula';
  expect(profilePageFor(testPaper, author)).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'Amina Wafula',
      url,
      jobTitle: 'Reporter',
      description: 'Writes about bridges.',
      sameAs: ['https://mastodon.example/@amina'],
      image: [{ '@type': 'ImageObject' }, {}, {}],
      worksFor: { '@id': 'https://news.example/#publisher' },
    },
  });
});

test('P2: an author without a biography is described by what they do', () => {
  expect(profilePageFor(testPaper, { ...author, text: '' })).toMatchObject({ mainEntity: { description: 'Reporter' } });
});

test('P2: a small portrait is named all the same, in its true size', () => {
  const photo = { ...testPhoto, width: 120, height: 160 };
  expect(profilePageFor(testPaper, { ...author, photo })).toMatchObject({
    mainEntity: { image: [{ width: '120' }, { width: '120' }, { width: '120', height: '120' }] },
  });
});

test('A5: a desk on a byline is an organisation; whoever left the paper works for it no longer', () => {
  const desk: KnownAuthor = { ...author, type: 'desk' };
  expect(newsArticleFor(testPaper, testArticle(), { authors: [desk], now: testNow })).toMatchObject({
    author: [{ '@type': 'Organization', name: 'Amina Wafula' }, { '@type': 'Person' }],
  });
  const gone = profilePageFor(testPaper, { ...author, email: 'amina@example.org', left: true });
  expect(gone).not.toHaveProperty('mainEntity.worksFor');
  expect(gone).not.toHaveProperty('mainEntity.email');
});

test('T2: the publication promises what an about page backs, and nothing else', () => {
  const node = organizationFor(testPaper, [{ slug: 'ethics' }, { slug: 'corrections-policy' }, { slug: 'lunch' }]);
  expect(node).toMatchObject({
    '@type': 'NewsMediaOrganization',
    ethicsPolicy: 'https://news.example/about/ethics',
    publishingPrinciples: 'https://news.example/about/ethics',
    correctionsPolicy: 'https://news.example/about/corrections-policy',
    logo: { width: '512' },
  });
  for (const unbacked of ['masthead', 'ownershipFundingInfo', 'diversityPolicy', 'sameAs'])
    expect(node).not.toHaveProperty(unbacked);
  expect(webSiteFor(testPaper)).toMatchObject({ '@type': 'WebSite', url: 'https://news.example/' });
  expect(webSiteFor(testPaper)).not.toHaveProperty('potentialAction');
});

test('a front lists its stories in their order; an empty one has no list', () => {
  const items = [
    { address: '/2026/10/15/b', name: 'B' },
    { address: '/2026/10/14/a', name: 'A' },
  ];
  expect(collectionPageFor(testPaper, { name: 'Science', address: '/category/science', items })).toMatchObject({
    '@type': 'CollectionPage',
    url: 'https://news.example/category/science',
    mainEntity: {
      itemListElement: [
        { position: 1, url: 'https://news.example/2026/10/15/b', name: 'B' },
        { position: 2, url: 'https://news.example/2026/10/14/a' },
      ],
    },
  });
  const empty = collectionPageFor(testPaper, { name: 'Science', address: '/category/science', items: [] });
  expect(empty).not.toHaveProperty('mainEntity');
  expect(itemListFor(testPaper, [])).toBeUndefined();
});

const film: ShownVideo = {
  slug: 'the-tide',
  title: 'The tide comes in',
  publishedAt: moment('08:00'),
  provider: 'file',
  seconds: 3847,
  text: '',
  poster: testPhoto,
  source: { file: 'media/tide.mp4', hash: '0123456789abcdef', bytes: 1_048_576, mime: 'video/mp4' },
};

test('a film says how long it is, when it came, where it plays and how it looks', () => {
  expect(videoNodeFor(testPaper, film)).toMatchObject({
    '@type': 'VideoObject',
    name: 'The tide comes in',
    description: 'The tide comes in',
    uploadDate: '2026-10-15T08:00:00+03:00',
    duration: 'PT1H4M7S',
    contentUrl: 'https://news.example/files/0123456789abcdef/tide.mp4',
  });
  const { source: _, ...elsewhere } = { ...film, provider: 'vimeo', id: '76979871', seconds: 0.2 } as const;
  expect(videoNodeFor(testPaper, elsewhere)).toMatchObject({
    embedUrl: 'https://player.vimeo.com/video/76979871',
    duration: 'PT0S',
  });
});

test('a film without a picture, or with nothing to play, is told to nobody', () => {
  const { poster: _p, ...bare } = film;
  const { source: _s, ...silent } = film;
  expect(videoNodeFor(testPaper, bare)).toBeUndefined();
  expect(videoNodeFor(testPaper, silent)).toBeUndefined();
  const node = newsArticleFor(testPaper, testArticle(), { films: [film, bare], now: testNow });
  expect(node).toHaveProperty('video.length', 1);
});

test('A6 a photo of which no cut is 1200 pixels wide also offers the one for sharing, a tiny one does not', () => {
  const widths = (width: number) =>
    photoNodes(testPaper, { ...testPhoto, width, height: 800, zoom: 1 }).map(
      (node) => (node as { width: string }).width,
    );
  expect(widths(1024)).toEqual(['960', '960', '800', '1200']);
  expect(widths(590)).toHaveLength(3);
});

test('A7 keywords are the tags, and the section where a piece has none', () => {
  const keywords = (tags: ReturnType<typeof testArticle>['tags']) =>
    newsArticleFor(testPaper, testArticle({ tags }), { now: testNow });
  expect(keywords([{ slug: 'bridges', name: 'Bridges' }])).toMatchObject({ keywords: ['Bridges'] });
  expect(keywords([])).toMatchObject({ keywords: ['Counties'] });
});
