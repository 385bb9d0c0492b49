/** What a reader receives, to be changed without a password: the link stands in letters. */
import type { Metadata } from 'next';
import { Preferences } from '#components/newsletter/Preferences';
import { audience } from '../../audience';
import { now, site } from '../../paper';
import { parameter, postTo, type Query, Step, stepMetadata } from '../frame';
import { LinkProblem } from '../LinkProblem';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('What we send you', '/newsletter/preferences');

/** `/newsletter/preferences?token=…` */
export default async function PreferencesPage({ searchParams }: { readonly searchParams: Query }) {
  const token = await parameter(searchParams, 'token');
  const choice = await audience().choice(token, now());
  if (!choice.ok) return <LinkProblem fault={choice.fault} />;
  return (
    <Step>
      <Preferences
        action={postTo.preferences}
        token={token}
        newsletters={site.newsletters}
        chosen={choice.value.newsletters}
        email={choice.value.address}
        saved={(await parameter(searchParams, 'saved')) === 'yes'}
      />
    </Step>
  );
}
