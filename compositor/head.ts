/** Writes the head of a page from its metadata, tag for tag as Next writes it; what it does not know it leaves to Next. */
import type { Metadata, Viewport } from 'next';
import { createElement, type ReactElement } from 'react';
import { LeftToNext } from '#compositor/endings';

type Facts = Readonly<Record<string, unknown>>;
type Tag = ReactElement;

/** All that pages of this paper say of themselves. Another key is new: Next knows what it means. */
const known = {
  page: 'title description authors manifest robots alternates openGraph twitter icons metadataBase'.split(' '),
  alternates: 'canonical languages types'.split(' '),
  openGraph: 'type url siteName locale title description images publishedTime modifiedTime section tags authors'.split(
    ' ',
  ),
  twitter: 'card images'.split(' '),
  image: 'url width height alt type'.split(' '),
  robots: 'index follow max-image-preview'.split(' '),
  icons: 'icon apple'.split(' '),
  icon: 'url sizes type'.split(' '),
  viewport: 'themeColor'.split(' '),
} as const;

const checked = (what: keyof typeof known, facts: unknown): Facts => {
  if (typeof facts !== 'object' || facts === null) throw new LeftToNext(`${what} of the head is of an unknown kind`);
  const other = Object.keys(facts).find((key) => !known[what].includes(key));
  if (other !== undefined) throw new LeftToNext(`the head says ${other} in ${what}, which only Next can write`);
  // `as`: it is an object, and each of its values is looked at before it is written.
  return facts as Facts;
};

const wordOf = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new LeftToNext('the head says something that is no word');
};

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** An address in full; that of a site's front has no slash at its end. */
const whole = (value: unknown, base: URL): string => {
  const text = value instanceof URL ? value.href : wordOf(value);
  if (!URL.canParse(text)) throw new LeftToNext(`the head names ${text}, which is no whole address`);
  const url = new URL(text, base);
  return url.pathname === '/' && url.search === '' ? url.origin : url.href;
};

const meta = (name: string, content: unknown): Tag[] =>
  content === undefined || content === null ? [] : [createElement('meta', { name, content: wordOf(content) })];
const property = (name: string, content: unknown): Tag[] =>
  content === undefined || content === null
    ? []
    : [createElement('meta', { property: name, content: wordOf(content) })];

const titleOf = (title: unknown, template: unknown): string => {
  if (typeof title === 'string') return wordOf(template).replace('%s', () => title);
  if (typeof title === 'object' && title !== null && 'absolute' in title) return wordOf(title.absolute);
  throw new LeftToNext('the title of the page is of an unknown kind');
};

const robotsOf = (robots: unknown): string => {
  const { index, follow, 'max-image-preview': preview } = checked('robots', robots);
  return [
    ...(typeof index === 'boolean' ? [index ? 'index' : 'noindex'] : []),
    ...(typeof follow === 'boolean' ? [follow ? 'follow' : 'nofollow'] : []),
    ...(preview === undefined ? [] : [`max-image-preview:${wordOf(preview)}`]),
  ].join(', ');
};

const alternate = (kind: 'hrefLang' | 'type', facts: unknown, base: URL): Tag[] =>
  Object.entries(typeof facts === 'object' && facts !== null ? facts : {}).flatMap(([value, all]) =>
    listOf(all).map((each) => {
      // A bare address, or one with a title.
      const { url, title } =
        typeof each === 'object' && each !== null && 'url' in each ? (each as Facts) : { url: each };
      const href = whole(url, base);
      return createElement('link', {
        rel: 'alternate',
        [kind]: value,
        href,
        ...(title ? { title: wordOf(title) } : {}),
      });
    }),
  );

const alternatesTags = (facts: unknown, base: URL): Tag[] => {
  const { canonical, languages, types } = checked('alternates', facts);
  return [
    ...(canonical ? [createElement('link', { rel: 'canonical', href: whole(canonical, base) })] : []),
    ...alternate('hrefLang', languages, base),
    ...alternate('type', types, base),
  ];
};

const imagesTags = (images: unknown): Tag[] =>
  listOf(images).flatMap((image) => {
    const { url, type, width, height, alt } = checked('image', image);
    return [
      ...property('og:image', url),
      ...property('og:image:type', type),
      ...property('og:image:width', width),
      ...property('og:image:height', height),
      ...property('og:image:alt', alt),
    ];
  });

const openGraphTags = (facts: unknown, base: URL): Tag[] => {
  const og = checked('openGraph', facts);
  const all = (name: string, values: unknown): Tag[] => listOf(values).flatMap((value) => property(name, value));
  return [
    ...property('og:title', og.title),
    ...property('og:description', og.description),
    ...property('og:url', og.url === undefined ? undefined : whole(og.url, base)),
    ...property('og:site_name', og.siteName),
    ...property('og:locale', og.locale),
    ...imagesTags(og.images),
    ...property('og:type', og.type),
    ...(og.type === 'article'
      ? [
          ...property('article:published_time', og.publishedTime),
          ...property('article:modified_time', og.modifiedTime),
          ...all('article:author', og.authors),
          ...property('article:section', og.section),
          ...all('article:tag', og.tags),
        ]
      : []),
  ];
};

/** What a card for Twitter does not say itself is what Open Graph says. */
const twitterTags = (facts: unknown, openGraph: unknown): Tag[] => {
  const { card, images } = checked('twitter', facts);
  const { title, description } = checked('openGraph', openGraph);
  return [
    ...meta('twitter:card', card),
    ...meta('twitter:title', title),
    ...meta('twitter:description', description),
    ...listOf(images).flatMap((image) => {
      const { url, alt, type, width, height } = checked('image', image);
      return [
        ...meta('twitter:image', url),
        ...meta('twitter:image:alt', alt),
        ...meta('twitter:image:type', type),
        ...meta('twitter:image:width', width),
        ...meta('twitter:image:height', height),
      ];
    }),
  ];
};

const iconTags = (facts: unknown): Tag[] => {
  const { icon, apple } = checked('icons', facts);
  const linked = (rel: string, icons: unknown): Tag[] =>
    listOf(icons).map((each) => {
      const { url, sizes, type } = typeof each === 'string' ? { url: each } : checked('icon', each);
      return createElement('link', {
        rel,
        href: wordOf(url),
        ...(sizes ? { sizes: wordOf(sizes) } : {}),
        ...(type ? { type: wordOf(type) } : {}),
      });
    });
  return [...linked('icon', icon), ...linked('apple-touch-icon', apple)];
};

/** Tags of the paper's viewport and colours. */
export const viewportTags = (viewport: Viewport): Tag[] => {
  const { themeColor } = checked('viewport', viewport);
  return [
    createElement('meta', { charSet: 'utf-8' }),
    createElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ...listOf(themeColor).map((each) => {
      // What `Viewport` calls a colour with its medium.
      const { color, media } = each as Facts;
      return createElement('meta', { name: 'theme-color', content: wordOf(color), media: wordOf(media) });
    }),
  ];
};

/** Tags of a page's metadata over those of the layout, in Next's order. Throws `LeftToNext` for what it does not know. */
export const metadataTags = (layout: Metadata, page: Metadata): Tag[] => {
  const facts = checked('page', { ...layout, ...page });
  const { metadataBase, title, description, authors, manifest, robots, alternates, openGraph, twitter, icons } = facts;
  if (!(metadataBase instanceof URL)) throw new LeftToNext('the layout does not say where the site is');
  const named = typeof layout.title === 'object' && layout.title !== null && 'template' in layout.title;
  const template = named ? (layout.title as Facts).template : '%s';
  return [
    createElement(
      'title',
      {},
      page.title === undefined ? titleOf((layout.title as Facts).default, '%s') : titleOf(title, template),
    ),
    ...meta('description', description),
    ...listOf(authors).flatMap((author) => meta('author', (author as Facts).name)),
    ...(manifest ? [createElement('link', { rel: 'manifest', href: wordOf(manifest) })] : []),
    ...(robots ? meta('robots', robotsOf(robots)) : []),
    ...(alternates ? alternatesTags(alternates, metadataBase) : []),
    ...(openGraph ? openGraphTags(openGraph, metadataBase) : []),
    ...(twitter ? twitterTags(twitter, openGraph) : []),
    ...(icons ? iconTags(icons) : []),
  ];
};
