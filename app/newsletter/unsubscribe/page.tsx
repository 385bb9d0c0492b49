/** The way out of the letters: a button. Opening the page changes nothing, and it is the same whoever is there. */
import type { Metadata } from 'next';
import { newsletterNames } from '#audience/signUpLetter';
import { UnsubscribeForm } from '#components/newsletter/UnsubscribeForm';
import { audience } from '../../audience';
import { now, site } from '../../paper';
import { parameter, postTo, type Query, Step, stepMetadata } from '../frame';
import { LinkProblem } from '../LinkProblem';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Stop the letters', '/newsletter/unsubscribe');

/** `/newsletter/unsubscribe?token=…` */
export default async function UnsubscribePage({ searchParams }: { readonly searchParams: Query }) {
  const token = await parameter(searchParams, 'token');
  const stopping = audience().stopping(token, now());
  if (!stopping.ok) return <LinkProblem fault={stopping.fault} />;
  const { newsletter } = stopping.value;
  const name = newsletter === undefined ? undefined : (newsletterNames(site, [newsletter])[0] ?? 'this letter');
  return (
    <Step>
      <UnsubscribeForm action={postTo.unsubscribe} token={token} {...(name && { newsletter: name })} />
    </Step>
  );
}
