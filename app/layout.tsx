/** The document around every page: language, direction, skip link, the one stylesheet. No script of ours. */
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
      </body>
    </html>
  );
}
