/**
 * Feeds as a person opens them. Browsers draw a document by its style sheet only where its type is plain XML: Chromium shows
 * `application/rss+xml` as text, Firefox offers to save it. So who navigates to a feed gets the same bytes as
 * `application/xml`; feed readers, which send no `Sec-Fetch-Dest`, get the type of the feed. docs/decisions/0016
 */
import type { IncomingMessage } from 'node:http';

const feed = /^application\/(?:rss|atom)\+xml/;

/** The type for a person; `undefined` where everyone gets the same. */
export const openedType = (type: string | undefined): string | undefined =>
  type !== undefined && feed.test(type) ? type.replace(feed, 'application/xml') : undefined;

/** The request header on which the type depends, for caches. */
export const openedBy = 'Sec-Fetch-Dest';

/** Whether a person opens the document by itself (https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header). */
export const isOpened = ({ headers }: IncomingMessage): boolean => headers['sec-fetch-dest'] === 'document';
