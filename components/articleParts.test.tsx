import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { site } from '#site';
import { Byline } from '#components/Byline';
import { CorrectionNotes } from '#components/CorrectionNotes';
import { Dateline } from '#components/Dateline';
import { Kicker } from '#components/Kicker';
import { KeyMoments, LiveEntries, type DrawnEntry } from '#components/LiveEntries';
import { NewsletterCard } from '#components/NewsletterCard';
import { Specimen } from '#components/newsletter/Specimen';
import { Provenance } from '#components/Provenance';
import { SeriesNav } from '#components/SeriesNav';
import { SummaryBox } from '#components/SummaryBox';
import { articleForTests } from '#model/articleForTests';

const words = (html: string): string => html.replace(/<[^>]*>/g, '');
const author = (slug: string, name: string, known = true) => ({ slug, name, known });

test('a byline reads as a sentence, and an author without a page is no link', () => {
  const one = author('a-b', 'A B');
  expect(words(renderToStaticMarkup(<Byline authors={[one]} />))).toBe('By A B');
  const html = renderToStaticMarkup(<Byline authors={[one, author('c', 'C', false), author('d', 'D')]} />);
  expect(words(html)).toBe('By A B, C and D');
  expect(html).toContain('href="/author/a-b"');
  expect(html).not.toContain('/author/c"');
});

test('published and updated stand with date, time and zone, and for machines with the offset', () => {
  const published = Date.UTC(2026, 9, 12, 3);
  const html = renderToStaticMarkup(
    <Dateline site={site} published={published} updated={published + 3_600_000} minutes={1} />,
  );
  expect(words(html)).toBe('Published 12 October 2026, 06:00 EATUpdated 12 October 2026, 07:00 EAT1 minute to read');
  expect(html).toContain('2026-10-12T06:00:00+03:00');
});

test('the box is called Corrections only where something was wrong', () => {
  const note = { on: 0, text: 'x', kind: 'note', place: 'end' } as const;
  const wrong = { ...note, text: 'y', kind: 'correction' } as const;
  const heading = (...corrections: (typeof note | typeof wrong)[]) =>
    /<h2[^>]*>(.*?)<\/h2>/.exec(renderToStaticMarkup(<CorrectionNotes site={site} corrections={corrections} />))?.[1];
  expect(heading(wrong)).toBe('Correction');
  expect(heading(wrong, note)).toBe('Corrections');
  expect(heading(note)).toBe('Note on this article');
  expect(heading()).toBeUndefined();
});

test('a kicker never says one thing twice, and links only where it stands alone', () => {
  expect(words(renderToStaticMarkup(<Kicker kicker={{ kind: 'Opinion', topic: 'Opinion' }} />))).toBe('Opinion');
  const kicker = { kind: 'Analysis', topic: 'Science', href: '/category/science' };
  expect(renderToStaticMarkup(<Kicker kicker={kicker} />)).not.toContain('href');
  expect(renderToStaticMarkup(<Kicker kicker={kicker} linked />)).toContain('href="/category/science"');
  expect(renderToStaticMarkup(<Kicker kicker={{}} />)).toBe('');
});

test('whose view it is, which agency it is from and what a machine did stand in words', () => {
  const article = {
    kind: 'opinion',
    source: { name: 'Reuters', syndicate: false },
    origin: { name: 'The Star', url: 'https://star.example', licence: 'CC BY 4.0' },
    ai: { used: 'a first translation from Swahili' },
  } as const;
  const text = words(renderToStaticMarkup(<Provenance article={article} paper="The Courier" />));
  expect(text).toContain('Opinion The view is the author’s own.');
  expect(text).toContain('Agency copy Reuters');
  expect(text).toContain('First published by The Star, CC BY 4.0');
  expect(text).toContain('Made with AI a first translation');
  expect(renderToStaticMarkup(<Provenance article={{ kind: 'news' }} paper="The Courier" />)).toBe('');
});

test('nothing is drawn where there is nothing to say', () => {
  expect(renderToStaticMarkup(<SummaryBox sentences={[]} />)).toBe('');
});

const entry = (slug: string, at: number, more: Partial<DrawnEntry> = {}): DrawnEntry => ({
  slug,
  at,
  headline: slug,
  authors: [],
  key: false,
  pinned: false,
  body: { tree: { type: 'root', children: [] }, text: '', words: 0, links: [], pictures: [], videos: [], assets: [] },
  material: { photos: new Map(), videos: new Map(), assets: new Map(), openLinks: new Set() },
  names: ['A B'],
  ...more,
});

test('each entry of a live article can be pointed at, and one that corrects another says which', () => {
  const html = renderToStaticMarkup(
    <LiveEntries
      site={site}
      lang="en-KE"
      entries={[entry('0800-second', 2, { correctionOf: '0730-first' }), entry('0730-first', 1)]}
    />,
  );
  expect(html).toContain('id="0800-second"');
  expect(words(html)).toContain('Corrects 0730-first');
});

test('key moments stand newest first, also where one is pinned', () => {
  const html = renderToStaticMarkup(
    <KeyMoments
      site={site}
      entries={[entry('old', 1, { key: true, pinned: true }), entry('new', 9, { key: true }), entry('x', 5)]}
    />,
  );
  expect([...html.matchAll(/href="#(\w+)"/g)].map(([, slug]) => slug)).toEqual(['new', 'old']);
  expect(renderToStaticMarkup(<KeyMoments site={site} entries={[entry('x', 5)]} />)).toBe('');
});

test('the newsletter’s card is a plain form with its stamp, what the reader agrees to, and a trap for machines', () => {
  const [newsletter] = site.newsletters;
  if (!newsletter) throw new Error('the sample paper has newsletters');
  const html = renderToStaticMarkup(
    <NewsletterCard newsletter={newsletter} consent={site.consent} from="/" stamp="made-now" />,
  );
  expect(html).toContain('method="post"');
  expect(html).toContain('name="stamp" value="made-now"');
  expect(words(html)).toContain(site.consent.text);
  expect(html).toMatch(/class="unseen" aria-hidden="true">.*name="website"/);
  // A paper that has no page about its readers' data does not lead to one.
  expect(html).not.toContain('href=');
  const card = { newsletter, consent: site.consent, from: '/' } as const;
  expect(renderToStaticMarkup(<NewsletterCard {...card} privacy="/about/privacy" />)).toContain(
    'href="/about/privacy"',
  );
});

test('T3 a headline that stands alone says what was paid for, what argues and what a machine made', () => {
  const series = { slug: 'bridges', title: 'Bridges', known: true };
  const paid = { kind: 'sponsored', sponsor: { name: 'Acme', url: 'https://acme.example' } } as const;
  const parts = [
    articleForTests({ address: '/2026/10/01/one', headline: 'One', series: { ...series, part: 1 }, ...paid }),
    articleForTests({ address: '/2026/10/02/two', headline: 'Two', series: { ...series, part: 2 } }),
    articleForTests({
      address: '/2026/10/03/three',
      headline: 'Three',
      series: { ...series, part: 3 },
      kind: 'opinion',
    }),
  ];
  const nav = renderToStaticMarkup(<SeriesNav series={series} parts={parts} current="/2026/10/02/two" />);
  expect(words(nav).match(/Paid for by Acme/g)).toHaveLength(2);
  expect(words(nav)).toContain('Previous: part 1 / Paid for by Acme');
  expect(words(nav)).toContain('Next: part 3 / Opinion');
  const letter = renderToStaticMarkup(<Specimen title="The newest" articles={parts} />);
  expect(words(letter)).toContain('1Paid for by AcmeOne2Two3OpinionThree');
});
