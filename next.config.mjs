/** How Next renders for us: pages only, no runtime of its own in front of readers, no door but the front door. */

/** @type {import('next').NextConfig} */
export default {
  // Metadata always stands in <head>, for every reader and crawler, instead of being streamed behind the body.
  htmlLimitedBots: /.*/,
  // Native code and code that opens files stays outside the bundle.
  serverExternalPackages: [
    'libsql',
    'sharp',
    'satteri',
    '@parcel/watcher',
    'esbuild',
    'pg',
    'kysely',
    'nodemailer',
    'pino',
  ],
  poweredByHeader: false,
  // The front door compresses and makes the ETags, once it has taken out what readers do not need.
  compress: false,
  generateEtags: false,
  reactStrictMode: true,
  // A page cannot answer with plain text, so the Markdown twin of an article has a route of its own. Its inner address is
  // none that the front door knows.
  rewrites: () =>
    Promise.resolve({
      beforeFiles: [
        {
          source: '/:year(\\d{4})/:month(\\d\\d)/:day(\\d\\d)/:slug.md',
          destination: '/markdown/:year/:month/:day/:slug',
        },
      ],
      afterFiles: [],
      fallback: [],
    }),
  agentRules: false,
  devIndicators: false,
  // `npm test` compiles all types; a build that does it again costs a fresh clone half a minute.
  typescript: { ignoreBuildErrors: true },
  // Pictures have their own route; the optimiser would be a second door to sharp.
  images: { unoptimized: true, remotePatterns: [] },
};
