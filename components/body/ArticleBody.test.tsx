import type { Element, Root } from 'hast';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleBody } from '#components/body/ArticleBody';
import type { Drawing } from '#components/body/bodyParts';
import type { BodyMaterial } from '#model/material';
import type { Photo } from '#model/photo';
import type { ProseMarks } from '#model/proseTree';

const photo: Photo = {
  file: 'media/bridge.jpg',
  hash: '0123456789abcdef',
  width: 1500,
  height: 1000,
  colour: '#884422',
  alt: 'A bridge',
  caption: 'The bridge in 1932.',
  credit: 'Jane Doe',
  licence: 'CC0',
  focus: [0.5, 0.5],
  zoom: 1,
};
const asset = { file: 'media/a.csv', hash: 'fedcba9876543210', bytes: 2_100_000, mime: 'text/csv' };

const material = (changes: Partial<BodyMaterial> = {}): BodyMaterial => ({
  photos: new Map(),
  videos: new Map(),
  assets: new Map(),
  openLinks: new Set(),
  ...changes,
});
const element = (
  tagName: string,
  properties: Element['properties'] = {},
  ...children: (Element | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const draw = (nodes: Element[], drawing: Partial<Drawing & ProseMarks> & { readonly leads?: boolean } = {}): string => {
  const tree: Root = { type: 'root', children: nodes };
  return renderToStaticMarkup(<ArticleBody tree={tree} material={material()} lang="en-KE" {...drawing} />);
};

test('a link to an article that is not public is plain text until it is', () => {
  const link = element('p', {}, 'See ', element('a', { href: '/2026/10/15/bridge#count' }, 'the bridge'), '.');
  expect(draw([link])).toBe('<p>See the bridge.</p>');
  const open = material({ openLinks: new Set(['/2026/10/15/bridge']) });
  expect(draw([link], { material: open })).toContain('<a href="/2026/10/15/bridge#count">the bridge</a>');
});

test('links to fronts, pages and other sites stay links', () => {
  const paths = ['/category/science', '/about/ethics', '/2026/10'];
  for (const href of [
    '/category/science',
    '/about/ethics',
    '/2026/10',
    'https://example.org/2026/10/15/x',
    '#count',
    'mailto:a@b.c',
  ]) {
    expect(draw([element('a', { href }, 'x')], { material: material({ openLinks: new Set(paths) }) })).toContain(
      `href="${href}"`,
    );
  }
});

test('in a piece somebody paid for, links that leave the paper say so', () => {
  const links = [element('a', { href: 'https://bank.example' }, 'x'), element('a', { href: '/about' }, 'y')];
  expect(draw(links, { sponsored: true, material: material({ openLinks: new Set(['/about']) }) })).toBe(
    '<a href="https://bank.example" rel="sponsored">x</a><a href="/about">y</a>',
  );
  expect(draw(links)).not.toContain('sponsored');
});

test('a picture that may not be shown leaves nothing behind, alone or in a gallery', () => {
  const figure = element('Figure', { src: 'media/bridge.jpg' });
  expect(draw([figure])).toBe('');
  expect(draw([element('Gallery', {}, figure)])).toBe('');
});

test('the words of the body win over those of the picture’s own file; an empty alt says decorative', () => {
  const shown = material({ photos: new Map([['media/bridge.jpg', photo]]) });
  const own = draw([element('Figure', { src: 'media/bridge.jpg' })], { material: shown });
  expect(own).toContain('alt="A bridge"');
  expect(own).toContain('The bridge in 1932.');
  const said = draw([element('Figure', { src: 'media/bridge.jpg', alt: '', caption: 'Said here.' })], {
    material: shown,
  });
  expect(said).toContain('alt=""');
  expect(said).toContain('Said here.');
  expect(said).not.toContain('1932');
});

test('film, sound, paper and table that are not there leave nothing behind', () => {
  const missing = [
    element('Video', { id: 'gone' }),
    element('Audio', { src: 'media/gone.mp3', title: 't', transcript: 'w' }),
    element('Document', { src: 'media/gone.pdf' }),
    element('Table', { src: 'media/gone.csv', caption: 'c', source: 's' }),
    element('Embed', { url: 'https://evil.example/x', title: 't' }),
    element('Update', { at: '2026-10-15 06:00', headline: 'h' }),
  ];
  expect(draw(missing)).toBe('');
});

test('nothing of another site is fetched before the tap', () => {
  const html = draw([element('Embed', { url: 'https://www.youtube.com/embed/abcdefghijk', title: 'A film' })]);
  expect(html).toContain('href="https://www.youtube.com/watch?v=abcdefghijk"');
  expect(html).toContain('YouTube');
  expect(html).not.toMatch(/<(iframe|img|script|link)/);
});

test('a paper says what it costs to fetch; sound loads nothing and has its words', () => {
  const shown = material({ assets: new Map([['media/a.csv', asset]]) });
  expect(draw([element('Document', { src: 'media/a.csv', title: 'All of it' })], { material: shown })).toContain(
    'CSV, 2.1 MB',
  );
  const sound = draw([element('Audio', { src: 'media/a.csv', title: 'Pips', transcript: 'Six tones.' })], {
    material: shown,
  });
  expect(sound).toContain('preload="none"');
  expect(sound).toContain('Six tones.');
});

test('no inline style is ever written, also where a table is aligned', () => {
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, element('th', {}, 'a'), element('th', { style: 'text-align: right' }, 'b'))),
    element(
      'tbody',
      {},
      element('tr', {}, element('td', { align: 'right' }, '1'), element('td', { align: 'center' }, '2')),
    ),
  );
  const html = draw([table]);
  expect(html).not.toContain('style=');
  expect(html).not.toContain('align=');
  expect(html).toContain('<th scope="col" class="n">b</th>');
});

test('an Arabic quotation runs from the right, and its translation beneath it from the left', () => {
  const html = draw([
    element(
      'Quote',
      { lang: 'ar' },
      element('p', {}, 'ليس الخبر كالمعاينة'),
      element('p', {}, '“Being told is not like seeing.”'),
    ),
  ]);
  expect(html).toMatch(/^<figure class="quote" dir="rtl"><blockquote lang="ar"><p>ليس/);
  expect(html).toContain('<figcaption dir="auto"><p>“Being told');
});

test('text that looks like markup is text', () => {
  expect(draw([element('Pullquote', { by: '<img src=x onerror=alert(1)>' }, '</blockquote><script>')])).not.toMatch(
    /<(img|script)/,
  );
});

test('place and end sign stand in the first and last paragraph', () => {
  expect(draw([element('p', {}, 'One.'), element('p', {}, 'Two.')], { place: 'Nairobi', end: true })).toBe(
    '<p><span class="place">Nairobi</span> One.</p><p>Two.<span class="end"></span></p>',
  );
});

const noted = [
  element(
    'p',
    {},
    'Words',
    element('sup', {}, element('a', { href: '#note-fn-1', id: 'note-fnref-1', dataFootnoteRef: true }, '1')),
  ),
  element(
    'section',
    { dataFootnotes: true, ariaLabel: 'Footnotes' },
    element(
      'ol',
      {},
      element(
        'li',
        { id: 'note-fn-1' },
        'The note ',
        element('a', { href: '#note-fnref-1', dataFootnoteBackref: true, ariaLabel: 'Back to reference 1' }, '↩'),
        element('a', { href: '#note-fnref-1-2', dataFootnoteBackref: true, ariaLabel: 'Back to reference 1-2' }, '↩'),
      ),
    ),
  ),
];

test.each([
  ['en-KE', 'Footnotes', 'Back to reference 1'],
  ['sw', 'Tanbihi', 'Rudi kwenye rejeo 1'],
  ['sw-TZ', 'Tanbihi', 'Rudi kwenye rejeo 1'],
  ['fr-CD', 'Notes', 'Retour à l’appel de note 1'],
  ['ar', 'الحواشي', 'العودة إلى الإحالة 1'],
])('the notes of a piece in %s are named in its language', (lang, list, back) => {
  const html = draw(noted, { lang });
  expect(html).toContain(`<section data-footnotes="true" role="doc-endnotes" aria-label="${list}">`);
  expect(html).toContain(`role="doc-backlink" aria-label="${back}"`);
  expect(html).toContain(`role="doc-backlink" aria-label="${back}-2"`);
});

test('in a language that nobody has given words for, no word of another language is said', () => {
  for (const lang of ['luo', 'x-invented', '']) {
    const html = draw(noted, { lang });
    expect(html).toContain('<section data-footnotes="true" role="doc-endnotes"><ol>');
    expect(html).toContain('role="doc-backlink" aria-label="1"');
    expect(html).not.toMatch(/Footnotes|Back to/);
  }
});

test('R6 the picture with which a piece opens is fetched first where nothing stands above it; all others wait', () => {
  const shown = material({ photos: new Map([['bridge.jpg', photo]]) });
  const figure = () => element('Figure', { src: 'bridge.jpg' });
  const [words, line] = [element('p', {}, 'Words. '.repeat(30)), element('p', {}, 'Photographs by Amina Wafula.')];
  const gallery = element('Gallery', {}, figure(), figure());
  const haste = (nodes: Element[], leads: boolean): readonly string[] =>
    Array.from(draw(nodes, { material: shown, leads }).matchAll(/<img[^>]*>/g), ([image]) =>
      image.includes('fetchPriority="high"') && !image.includes('loading="lazy"') ? 'first' : 'waits',
    );
  expect(haste([figure(), words, figure()], true)).toEqual(['first', 'waits']);
  expect(haste([gallery, figure()], true)).toEqual(['first', 'waits', 'waits']);
  expect(haste([words, figure()], true)).toEqual(['waits']);
  expect(haste([line, figure(), figure()], true)).toEqual(['first', 'waits']);
  expect(haste([line, line, line, line, line, figure()], true)).toEqual(['waits']);
  expect(haste([figure(), words, figure()], false)).toEqual(['waits', 'waits']);
});
