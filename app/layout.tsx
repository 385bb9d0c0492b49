/** The document around every page: language, direction, skip link, the one stylesheet. No script of ours. */
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { directionOf } from '#model/language';
import { settings, site } from './paper';
import './fonts/serif';
import './styles/paper.css';

export const metadata: Metadata = {
  metadataBase: new URL(settings.siteUrl),
  title: { default: site.name, template: `%s | ${site.name}` },
  description: site.description,
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
    <html lang={site.locale} dir={directionOf(site.locale)}>
      <body>
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
