import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { atomFor } from '#syndication/atom';
import { type Feed, itemForArticle, itemForCorrection, itemForVideo } from '#syndication/feed';
import { fullText } from '#syndication/feedBody';
import { testArticle, testNow, testPaper, testPhoto } from '#syndication/forTests';
import { jsonFeedFor } from '#syndication/jsonFeed';
import { rssFor } from '#syndication/rss';

const moment = (time: string): number => Date.parse(`2026-10-15T${time}:00+03:00`);
const hostile = '</title><script>alert(1)</script> & "quotes" \u0000\uFFFE ]]> 😀 \uD800';
const hostileBody = '<p>One ]]> two \u0001 and <em>more</em> 𝔘</p>';

const feed = (items: Feed['items'], fields: Partial<Feed> = {}): Feed => ({
  title: 'The Mara Courier: Science & more',
  heading: 'Science & more',
  description: 'A paper & more',
  page: '/category/science',
  hubs: [],
  changed: moment('10:00'),
  items,
  ...fields,
});

const film = {
  slug: 'the-tide',
  title: 'The tide comes in',
  publishedAt: moment('08:00'),
  provider: 'file',
  seconds: 64,
  text: 'The tide comes in, and goes.',
  poster: testPhoto,
  source: { file: 'media/tide.mp4', hash: '0123456789abcdef', bytes: 1_048_576, mime: 'video/mp4' },
} as const;

const item = (fields: Parameters<typeof testArticle>[0] = {}, extras = {}) =>
  itemForArticle(testArticle({ leadImage: testPhoto, ...fields }), {
    id: '/2026/10/14/bridge-open',
    html: '<p>The bridge is open.</p>',
    pictureBytes: 123_456,
    ...extras,
  });

const all = (one: Feed) => ({
  rss: rssFor(testPaper, one),
  atom: atomFor(testPaper, one),
  json: jsonFeedFor(testPaper, one),
});

const rejects = async (xml: string): Promise<readonly unknown[]> =>
  (await validateXML({ xml: { fileName: 'feed.xml', contents: xml }, normalization: 'c14n' })).errors;

test('F1: RSS and Atom are whole XML whatever stands in a headline, a body, a name', async () => {
  const name = { slug: 'x', name: hostile, known: true };
  const one = feed([item({ headline: hostile, standfirst: hostile, authors: [name] }, { html: hostileBody })], {
    title: hostile,
  });
  const { rss, atom, json } = all(one);
  expect([await rejects(rss), await rejects(atom)]).toEqual([[], []]);
  for (const text of [rss, atom, json]) expect(text).not.toMatch(/[\u0000-\u0008\uFFFE\uD800](?![\uDC00-\uDFFF])/);
  expect(parseRssFeed(rss).items?.[0]?.content?.encoded).toBe('<p>One ]]> two  and <em>more</em> 𝔘</p>');
  expect(parseAtomFeed(atom).entries?.[0]?.content?.value ?? '').toContain('<em>more</em>');
  expect(parseWithRowan(rss).items[0]?.title).toContain('</title><script>alert(1)</script> & "quotes"');
  expect(parseWithRowan(atom).items[0]?.title).toContain('😀');
  expect(parseJsonFeed(json).items?.[0]?.title).toContain('</title><script>');
});

test('F1: independent parsers read the same piece out of the three forms', () => {
  const one = feed([item()]);
  const { rss, atom, json } = all(one);
  const read = [parseWithRowan(rss), parseWithRowan(atom)].map(({ title, url, language, items }) => [
    title,
    url,
    language,
    items[0]?.id,
    items[0]?.url,
    items[0]?.published?.getTime(),
    items[0]?.updated?.getTime(),
    items[0]?.authors.map(({ name }) => name),
    items[0]?.content,
  ]);
  const { items = [], ...head } = parseJsonFeed(json);
  read.push([
    head.title ?? null,
    head.home_page_url ?? null,
    head.language ?? null,
    items[0]?.id,
    items[0]?.url,
    Date.parse(String(items[0]?.date_published)),
    Date.parse(String(items[0]?.date_modified)),
    items[0]?.authors?.map(({ name }) => name ?? null),
    items[0]?.content_html,
  ]);
  const said = [
    'The Mara Courier: Science & more',
    'https://news.example/category/science',
    'en-KE',
    'https://news.example/2026/10/14/bridge-open',
    'https://news.example/2026/10/15/harbour-bridge-reopens',
    moment('06:00'),
    moment('06:00'),
    ['Amina Wafula', 'No File'],
    '<p>The bridge is open.</p>',
  ];
  expect(read[0]?.map((value) => (typeof value === 'string' ? value.toLowerCase() : value))).toEqual(
    said.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)),
  );
  expect(read[2]).toEqual(said);
  expect(read[1]?.slice(3)).toEqual(said.slice(3));
});

test('F2: a picture comes with its type, its length in bytes and whose it is; without a length it is no enclosure', () => {
  const { rss, atom, json } = all(feed([item()]));
  const parsed = parseRssFeed(rss).items?.[0];
  const url = 'https://news.example/pictures/0123456789abcdef/natural-1200.jpg';
  expect(parsed?.enclosures).toMatchObject([{ url, type: 'image/jpeg', length: 123_456 }]);
  expect(parsed?.media?.contents).toMatchObject([{ url, fileSize: 123_456, width: 1200, height: 675 }]);
  expect(rss).toContain('<media:credit>Amina Wafula</media:credit>');
  expect(parseAtomFeed(atom).entries?.[0]?.links).toContainEqual(
    expect.objectContaining({ rel: 'enclosure', href: url, type: 'image/jpeg', length: 123_456 }),
  );
  expect(parseJsonFeed(json).items?.[0]).toMatchObject({
    image: url,
    attachments: [{ url, mime_type: 'image/jpeg', size_in_bytes: 123_456 }],
  });
  const unknown = all(feed([item({}, { pictureBytes: undefined })]));
  expect(unknown.rss).not.toContain('<enclosure');
  expect(unknown.atom).not.toContain('rel="enclosure"');
  expect(unknown.rss).toContain(`<media:content url="${url}" type="image/jpeg"`);
});

test('F2: a film comes with its file or its player, its length in time and its poster', () => {
  const elsewhere = { ...film, slug: 'elsewhere', provider: 'vimeo', id: '42', source: undefined } as const;
  const { source: _none, ...vimeo } = elsewhere;
  const items = [itemForVideo(film, '<p>The tide.</p>'), itemForVideo(vimeo, '')];
  const { rss, json } = all(feed(items, { page: '/videos' }));
  const [ours, theirs] = parseRssFeed(rss).items ?? [];
  const url = 'https://news.example/files/0123456789abcdef/tide.mp4';
  expect(ours?.enclosures).toMatchObject([{ url, type: 'video/mp4', length: 1_048_576 }]);
  expect(ours?.media?.contents).toContainEqual(
    expect.objectContaining({ url, type: 'video/mp4', medium: 'video', fileSize: 1_048_576, duration: 64 }),
  );
  expect(rss).toContain('<media:thumbnail url="https://news.example/pictures/0123456789abcdef/natural-1200.jpg"');
  expect(theirs?.enclosures).toBeUndefined();
  expect(rss).toContain('<media:player url="https://player.vimeo.com/video/42"/>');
  expect(ours?.link).toBe('https://news.example/videos#the-tide');
  expect(parseJsonFeed(json).items?.[0]?.attachments).toContainEqual(
    expect.objectContaining({ url, duration_in_seconds: 64, size_in_bytes: 1_048_576 }),
  );
});

test('F2: copy that may not be passed on comes with its summary alone', () => {
  const { rss, atom, json } = all(feed([item({}, { html: undefined })]));
  expect(rss).not.toContain('content:encoded>');
  expect(atom).not.toContain('<content');
  const [only] = parseJsonFeed(json).items ?? [];
  expect([only?.content_html, only?.content_text]).toEqual([undefined, only?.summary]);
});

test('F3: two corrections of one minute have ids and places of their own, which new words and later ones leave alone', () => {
  const on = moment('09:30');
  const at = (text: string, when = on) => ({ on: when, text, kind: 'correction', place: 'end' }) as const;
  const idsOf = (corrections: readonly ReturnType<typeof at>[]) => {
    const article = testArticle({ corrections });
    return corrections.map((correction) => itemForCorrection(testPaper, { article, correction }, '/2026/10/14/a').id);
  };
  const ids = idsOf([at('First.'), at('Second.')]);
  expect(ids).toEqual(['/2026/10/14/a#correction-202610150630', '/2026/10/14/a#correction-202610150630-2']);
  expect(idsOf([at('Later.', on + 3_600_000), at('First, in other words.'), at('Second.')]).slice(1)).toEqual(ids);
});

test('F5: a feed names itself once, and the hubs that tell of its changes', () => {
  const { rss, atom, json } = all(feed([item()], { hubs: ['https://hub.example/'] }));
  for (const [xml, self] of [
    [rss, 'feed.xml'],
    [atom, 'atom.xml'],
  ] as const) {
    expect(xml.match(/rel="self"/g)).toHaveLength(1);
    expect(xml).toMatch(new RegExp(`rel="self"[^>]* href="https://news.example/category/science/${self}"`));
    expect(xml).toContain('rel="hub" href="https://hub.example/"');
  }
  expect(JSON.parse(json)).toMatchObject({
    feed_url: 'https://news.example/category/science/feed.json',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  });
  expect(all(feed([])).rss).not.toContain('rel="hub"');
});

test('A4: live coverage is as new as its newest entry in every form', () => {
  const entries = [{ at: moment('09:15') }, { at: moment('07:00') }];
  const { rss, atom, json } = all(feed([item({ kind: 'live', coverage: { start: moment('06:00') } }, { entries })]));
  const when = '2026-10-15T09:15:00+03:00';
  expect(rss).toContain(`<atom:updated>${when}</atom:updated>`);
  expect(atom).toContain(`<updated>${when}</updated>`);
  expect(parseJsonFeed(json).items?.[0]).toMatchObject({ date_modified: when });
});

test('T3: opinion, paid pieces and help of a machine are told before the headline, and above the text', () => {
  const titles = (['opinion', 'analysis', 'news'] as const).map((kind) => item({ kind }).title);
  expect(titles[0]).toMatch(/^Opinion: Harbour/);
  expect(titles[1]).toMatch(/^Analysis: Harbour/);
  expect(titles[2]).toMatch(/^Harbour/);
  expect(item({ kind: 'sponsored', sponsor: { name: 'Harbour Bank' } }).title).toMatch(/^Paid for by Harbour Bank: /);
  const correction = { on: moment('08:00'), text: 'Two, not three.', kind: 'correction', place: 'end' } as const;
  const paid = testArticle({ kind: 'sponsored', sponsor: { name: 'Harbour Bank' }, corrections: [correction] });
  expect(itemForCorrection(testPaper, { article: paid, correction }, '/2026/10/14/a').title).toMatch(
    /^Correction: Paid for by Harbour Bank: Harbour/,
  );
  // In a reader's list, and in copy that comes without its words, the headline stands alone.
  expect(item({ ai: { used: 'translation' } }, { html: undefined }).title).toMatch(/^Made with AI: Harbour/);
  expect(item({ kind: 'analysis', ai: { used: 'charts' } }).title).toMatch(/^Analysis, made with AI: Harbour/);
  expect(item({ kind: 'letters' }).title).toMatch(/^Letters: Harbour/);
  const article = testArticle({ ai: { used: 'translation' }, warning: 'Pictures of a fire.' });
  const text = fullText(testPaper, { article, html: '<p>Body</p>', entries: [] }, testNow);
  expect(text).toMatch(/<em>Made with AI: translation<\/em>.*Pictures of a fire\..*<p>Body<\/p>/s);
});

test('F2: the text holds what stands around the body: picture with credit, summary, entries, corrections', () => {
  const article = testArticle({
    leadImage: testPhoto,
    summary: ['Two hangers.'],
    corrections: [{ on: moment('08:00'), text: 'It was <two>.', kind: 'correction', place: 'end' }],
  });
  const entry = {
    slug: '0700-first',
    at: moment('07:00'),
    headline: 'First & last',
    names: ['Amina'],
    html: '<p>Entry</p>',
  };
  const text = fullText(testPaper, { article, html: '<p>Body</p>', entries: [entry] }, testNow);
  for (const words of [
    '<img src="https://news.example/pictures/0123456789abcdef/natural-1200.jpg" alt="A bridge over a river"',
    'Photo: Amina Wafula',
    '<li>Two hangers.</li>',
    '<a href="https://news.example/2026/10/15/harbour-bridge-reopens#0700-first">First &amp; last</a>',
    '<h2>Corrections</h2><p><strong>Correction, 15 October 2026:</strong> It was &lt;two&gt;.</p>',
  ])
    expect(text).toContain(words);
});

test('a person who opens a feed finds what it is, where the page is, and links to the pieces', () => {
  for (const xml of [rssFor(testPaper, feed([item()])), atomFor(testPaper, feed([item()]))]) {
    expect(xml.split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="/feed.css"?>');
    expect(xml).toContain('This is a web feed.');
    expect(xml).toContain('<h:a href="https://news.example/category/science">');
    expect(xml).toContain('<h:a href="https://news.example/2026/10/15/harbour-bridge-reopens">Harbour bridge');
  }
});
