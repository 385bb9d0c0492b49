/** The islands as elements of a server component, with the attributes they read. */
import type { ReactNode } from 'react';

/** What is inside stands on the page without a script too. */
type Inside = { readonly children?: ReactNode };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Switches for colours and text size; empty without a script. */
      'paper-reading': Inside;
      /** Copy link and share sheet; empty without a script. */
      'paper-share': { readonly url: string; readonly name: string };
      /** A frame on a tap. */
      'paper-player': Inside & {
        readonly src: string;
        readonly name: string;
        readonly shape?: 'film' | 'sound' | 'page';
        readonly word?: string;
      };
      /** A time as a span; `after`: behind what is inside. */
      'paper-ago': Inside & { readonly at: string; readonly after?: ''; readonly title?: string };
      /** Entries that grow while coverage runs. */
      'paper-live': Inside & { readonly running?: '' | undefined };
    }
  }
}
