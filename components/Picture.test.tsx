import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Picture } from '#components/Picture';
import type { Photo } from '#model/photo';

const photo: Photo = {
  file: 'media/nuthatch.jpg',
  hash: '0123456789abcdef',
  width: 2000,
  height: 1125,
  colour: '#54514d',
  alt: 'A "nuthatch" on a <trunk>',
  credit: 'A. Photographer',
  licence: 'CC BY 4.0',
  focus: [0.56, 0.6],
  zoom: 1.9,
};

test('a picture comes as AVIF, WebP and JPEG, with its size, its tone and no inline style', () => {
  const html = renderToStaticMarkup(<Picture photo={photo} crop="news" sizes="7rem" />);
  expect(html).toBe(
    '<picture>' +
      '<source type="image/avif" srcSet="/pictures/0123456789abcdef/news-160-56-60-19.avif 160w, /pictures/0123456789abcdef/news-320-56-60-19.avif 320w, /pictures/0123456789abcdef/news-480-56-60-19.avif 480w" sizes="7rem"/>' +
      '<source type="image/webp" srcSet="/pictures/0123456789abcdef/news-160-56-60-19.webp 160w, /pictures/0123456789abcdef/news-320-56-60-19.webp 320w, /pictures/0123456789abcdef/news-480-56-60-19.webp 480w" sizes="7rem"/>' +
      '<img class="tone-8" src="/pictures/0123456789abcdef/news-320-56-60-19.jpg" width="320" height="213" alt="A &quot;nuthatch&quot; on a &lt;trunk&gt;" loading="lazy" decoding="async"/>' +
      '</picture>',
  );
});

test('the lead picture is fetched first and not put off', () => {
  const html = renderToStaticMarkup(<Picture photo={photo} crop="natural" sizes="100vw" priority />);
  expect(html).toContain('fetchPriority="high"');
  expect(html).not.toMatch(/loading=|decoding=/);
});

test('a teaser keeps its picture silent', () => {
  expect(renderToStaticMarkup(<Picture photo={photo} crop="news" sizes="7rem" alt="" />)).toContain(' alt="" ');
});

test('a stamp-sized picture is shown as it is', () => {
  const stamp = { ...photo, width: 90, height: 60, zoom: 1 };
  const html = renderToStaticMarkup(<Picture photo={stamp} crop="natural" sizes="100vw" />);
  expect(html).toContain('natural-160.jpg" width="90" height="60"');
});

test('a picture costs a page less than a kilobyte', () => {
  const html = renderToStaticMarkup(<Picture photo={photo} crop="natural" sizes="(min-width: 60rem) 56rem, 100vw" />);
  expect(html.length).toBeLessThan(1000);
});
