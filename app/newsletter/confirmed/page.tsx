/** After the confirmation: what comes now, and where to change it. */
import type { Metadata } from 'next';
import { newsletterNames } from '#audience/signUpLetter';
import { Done } from '#components/newsletter/Done';
import { inSentence } from '#model/names';
import { audience } from '../../audience';
import { now, site } from '../../paper';
import { parameter, type Query, Step, stepMetadata } from '../frame';
import { LinkProblem } from '../LinkProblem';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Confirmed', '/newsletter/confirmed');

/** `/newsletter/confirmed?token=…` */
export default async function ConfirmedPage({ searchParams }: { readonly searchParams: Query }) {
  const token = await parameter(searchParams, 'token');
  const choice = await audience().choice(token, now());
  if (!choice.ok) return <LinkProblem fault={choice.fault} />;
  const names = inSentence(newsletterNames(site, choice.value.newsletters));
  return (
    <Step>
      <Done
        title="Thank you, that is all"
        text={[`From now on you receive ${names}. Every letter has a link that ends it with one tap.`]}
        next={{ href: `/newsletter/preferences?token=${encodeURIComponent(token)}`, name: 'Choose what you receive' }}
      />
    </Step>
  );
}
