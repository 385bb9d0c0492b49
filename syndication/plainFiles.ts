/** The small text files that machines look for at fixed addresses. */
import { directionOf } from '#model/language';
import type { Moment } from '#model/moment';
import { absolute, type Paper } from '#syndication/paper';

const halfAYear = 182 * 86_400_000;

/** `/.well-known/security.txt` (RFC 9116): where to report a fault, valid for half a year from now. */
export const securityTxt = (paper: Paper, now: Moment): string => {
  const language = paper.site.locale.split('-')[0] ?? 'en';
  // Rounded to a day, so that the file does not differ at each request.
  const expires = new Date(Math.floor((now + halfAYear) / 86_400_000) * 86_400_000).toISOString();
  return [
    `Contact: mailto:${paper.site.mail.security}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${absolute(paper, '/.well-known/security.txt')}`,
    '',
  ].join('\n');
};

/** `/site.webmanifest` (https://www.w3.org/TR/appmanifest/): name, colours and icons for a home screen. */
export const webManifest = ({ site }: Paper): string =>
  JSON.stringify({
    // The address of the paper on a reader's device, whatever else of this changes.
    id: '/',
    name: site.name,
    short_name: site.shortName ?? site.name,
    description: site.description,
    lang: site.locale,
    dir: directionOf(site.locale),
    start_url: '/',
    scope: '/',
    // Readers keep the way back and the address to share.
    display: 'minimal-ui',
    background_color: '#fcfaf5',
    theme_color: '#fcfaf5',
    categories: ['news'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      // Systems cut it to their own shapes: what matters stands in the middle.
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
