/** The headers that tell a browser what a page may do, and every cache how long it may keep it. */
import { speculationAddress } from '#edge/speculation';
import type { KnownAddress } from '#model/addresses';

/** What policies depend on. */
export type PolicyFacts = {
  readonly siteUrl: string;
  /** Origins that may stand in a frame once a reader taps an embed: `https://www.youtube-nocookie.com`. */
  readonly frameOrigins: readonly string[];
  /** What machines may do with what they read, as every answer says it; absent: nothing is said. */
  readonly contentUsage?: string;
};

const csp = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** Features of a browser that a newspaper has no use for; names that Chromium does not know would be told to every console. */
const unusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * What films and the share row need (`autoplay`, `fullscreen`, `encrypted-media`, `picture-in-picture`, `web-share`,
 * `clipboard-write`) is not named: by default it is for our own pages and for frames to which they lend it.
 */
const permissions = unusedFeatures.map((feature) => `${feature}=()`).join(', ');

/** What is written on every answer of every site, also where nothing of the site is known. */
export const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
} as const;

/** What is written on every answer, by what it is. */
export type Policies = {
  readonly page: Readonly<Record<string, string>>;
  readonly other: Readonly<Record<string, string>>;
};

/** Makes the headers once: `page` for HTML, `other` for feeds, pictures, files and styles. */
export const policiesFor = ({ siteUrl, frameOrigins, contentUsage }: PolicyFacts): Policies => {
  const secure = siteUrl.startsWith('https:');
  const shared = {
    ...always,
    ...(secure && { 'Strict-Transport-Security': 'max-age=63072000' }),
    ...(contentUsage && { 'Content-Usage': contentUsage }),
  };
  const page = csp({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self'",
    'media-src': "'self'",
    'manifest-src': "'self'",
    // Running coverage asks its own page for new entries.
    'connect-src': "'self'",
    ...(frameOrigins.length > 0 && { 'frame-src': frameOrigins.join(' ') }),
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    // No script may turn words into markup or code; ours never does.
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
    ...(secure && { 'upgrade-insecure-requests': '' }),
  });
  // A document opened by itself: a browser draws feeds, pictures and films with its own styles and players.
  const other = csp({
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': "'self'",
    'media-src': "'self'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
  return {
    page: {
      ...shared,
      'Content-Security-Policy': page,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': permissions,
      'Speculation-Rules': `"${speculationAddress}"`,
    },
    // Feed readers and previews on other sites show our pictures.
    other: { ...shared, 'Content-Security-Policy': other, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  };
};

/**
 * Addresses of the newsletter's pages hold tokens, so their pages tell nobody where a reader comes from, this site's own
 * log included. Not `no-referrer`: a browser would then send forms with `Origin: null`.
 */
export const referrerPolicyFor = (known: KnownAddress | undefined): Readonly<Record<string, string>> =>
  known?.kind === 'newsletter' || known?.kind === 'form' ? { 'Referrer-Policy': 'strict-origin' } : {};
