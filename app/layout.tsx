/** The document around every page: language, direction, skip link, the one stylesheet, the one small module of browser code. */
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { directionOf } from '#model/language';
import { licenceType } from '#syndication/licence';
import { absolute } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';
// In development the publisher writes each edition here, and whoever imports it is drawn anew: an open page shows the new words.
import edition from '../.build/edition.json';
import { paper } from './machines';
import { settings, site } from './paper';
import './fonts/serif';
import './styles/paper.css';
import { islandsModule } from './islands';

export const metadata: Metadata = {
  metadataBase: new URL(settings.siteUrl),
  title: { default: site.name, template: `%s | ${site.name}` },
  description: site.description,
  manifest: '/site.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '48x48' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf5' },
    { media: '(prefers-color-scheme: dark)', color: '#14120e' },
  ],
};

/** The outermost layout; pages bring their masthead and footer in `Sheet`. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html
      lang={site.locale}
      dir={directionOf(site.locale)}
      data-edition={settings.preview ? edition.number : undefined}
      // How a reader wants to read stands here as attributes before React looks at the page.
      suppressHydrationWarning
    >
      <body>
        {/* React carries it into the head. */}
        <link rel="license" type={licenceType} href={absolute(paper, licenceAddress)} />
        <a
          className="unseen absolute start-2 top-2 z-9 bg-ink px-4 py-3 font-sans text-note font-bold text-paper"
          href="#main"
        >
          Skip to the stories
        </a>
        {children}
        <Islands />
      </body>
    </html>
  );
}

/**
 * Asked for with the style sheet and run before the first paint: colours that a reader chose never flash, and nothing moves
 * when an island opens. It does not hold up the reading of the document (`async`).
 */
function Islands() {
  const islands = islandsModule();
  if (!islands) return null;
  return <script type="module" async blocking="render" src={islands.address} integrity={islands.integrity} />;
}
