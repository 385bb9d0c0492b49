/** What a browser may ask for before its reader taps: articles and fronts, once a finger or a pointer is about to. */
import type { StaticFile } from '#edge/staticFiles';

/** Where the rules lie; every page names them in its `Speculation-Rules` header. */
export const speculationAddress = '/speculation-rules.json';

/**
 * Patterns of the URL Pattern standard: what a browser may fetch ahead, each without a query. Forms, letters, feeds, files and
 * pictures are not among them. Such a request says `Sec-Purpose: prefetch`, so it counts as no read.
 */
const pages = [
  '/',
  '/:year(\\d{4})',
  '/:year(\\d{4})/:month(\\d{2})',
  '/:year(\\d{4})/:month(\\d{2})/:day(\\d{2})',
  '/:year(\\d{4})/:month(\\d{2})/:day(\\d{2})/:slug([^.\\/]+)',
  '/:list(category|author|tag|series)/:slug',
  '/:list(category|author|tag|series)/:slug/page/:page',
];

/** `moderate`: a pointer that rests on a link, or a finger that is on it. Browsers leave it where data is saved. */
const rules = {
  prefetch: [
    {
      source: 'document',
      eagerness: 'moderate',
      where: {
        and: [
          { or: pages.map((pathname) => ({ href_matches: { pathname, search: '' } })) },
          { not: { selector_matches: '[rel~="nofollow"], [rel~="sponsored"], [download]' } },
        ],
      },
    },
  ],
};

/** The rules as the front door serves them. */
export const speculationRules: StaticFile = {
  type: 'application/speculationrules+json',
  cacheControl: 'public, max-age=86400',
  body: Buffer.from(JSON.stringify(rules)),
};
