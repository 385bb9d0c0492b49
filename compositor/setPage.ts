/** Sets a page in type: its words from the route, its head from what the route says of itself, the layout around both. */
import type { Metadata, Viewport } from 'next';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Frame } from '#compositor/frame';
import { metadataTags, viewportTags } from '#compositor/head';
import type { RouteParams } from '#compositor/routes';

/** What a page of `app/` is given, as Next gives it. */
export type PageProps = {
  readonly params: Promise<RouteParams>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[]>>>;
};

/** What a `page.tsx` exports, as far as the paper uses it. */
export type PageModule = {
  readonly default: (props: PageProps) => ReactNode | Promise<ReactNode>;
  readonly metadata?: Metadata;
  readonly generateMetadata?: (props: PageProps) => Metadata | Promise<Metadata>;
};

/** What the root layout exports. */
export type LayoutModule = {
  readonly default: (props: { readonly children: ReactNode }) => ReactNode;
  readonly metadata: Metadata;
  readonly viewport: Viewport;
};

/** What stands around all pages. */
export type Around = { readonly layout: LayoutModule; readonly frame: Frame };

const doctype = '<!DOCTYPE html>';

/** The document. `lost`: it is the page for addresses that lead nowhere, which Next keeps out of search engines by itself. */
export const setPage = async (
  page: PageModule,
  props: PageProps,
  { layout, frame }: Around,
  { lost = false } = {},
): Promise<string> => {
  const [words, metadata] = await Promise.all([
    page.default(props),
    page.generateMetadata ? page.generateMetadata(props) : (page.metadata ?? {}),
  ]);
  const head = [
    ...(lost ? [createElement('meta', { name: 'robots', content: 'noindex' })] : []),
    ...viewportTags(layout.viewport),
    ...metadataTags(layout.metadata, metadata),
    ...frame.styles.map((href) => createElement('link', { rel: 'stylesheet', href, precedence: 'next' })),
  ];
  // React carries what belongs into the head there.
  const html = renderToStaticMarkup(createElement(Fragment, {}, ...head, createElement(layout.default, null, words)));
  return html.startsWith(doctype) ? html : doctype + html;
};
