/** What the newsletter's pages have in common: where they are, what they say of themselves, and their sheet. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { metadataForPage } from '#syndication/metadata';
import { paper } from '../machines';
import { now } from '../paper';
import { Sheet } from '../Sheet';

/** The sign-up. */
export const signUpPage = '/newsletter';

/** After the last letter; and where a button leads whose link is of no use. */
export const stoppedPage = '/newsletter/stopped';
export const linkPage = '/newsletter/link';

/** Where each form is posted. */
export const postTo = {
  signUp: '/api/newsletter/sign-up',
  confirm: '/api/newsletter/confirm',
  preferences: '/api/newsletter/preferences',
  unsubscribe: '/api/newsletter/unsubscribe',
} as const;

/** Parameters of a page's address, as Next gives them. */
export type Query = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;

/** A parameter that stands once; otherwise nothing. */
export const parameter = async (query: Query, name: string): Promise<string> => {
  const value = (await query)[name];
  return typeof value === 'string' ? value : '';
};

/** None of these pages is for search engines: they are steps of one reader. */
export const stepMetadata = (title: string, address: string): Metadata =>
  metadataForPage(paper, { title, address, hidden: true });

/** The sheet of a step. */
export function Step({ children }: { readonly children: ReactNode }) {
  return (
    <Sheet at={now()}>
      <div className="wrap">{children}</div>
    </Sheet>
  );
}
