/** Behind the link of the first letter: a button. Opening the page changes nothing. */
import type { Metadata } from 'next';
import { newsletterNames } from '#audience/signUpLetter';
import { ConfirmForm } from '#components/newsletter/ConfirmForm';
import { Done } from '#components/newsletter/Done';
import { audience } from '../../audience';
import { now, site } from '../../paper';
import { parameter, postTo, type Query, signUpPage, Step, stepMetadata } from '../frame';
import { LinkProblem } from '../LinkProblem';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Confirm', '/newsletter/confirm');

/** `/newsletter/confirm?token=…` */
export default async function ConfirmPage({ searchParams }: { readonly searchParams: Query }) {
  const token = await parameter(searchParams, 'token');
  const waiting = await audience().waiting(token, now());
  if (!waiting.ok) return <LinkProblem fault={waiting.fault} />;
  const { newsletters, done } = waiting.value;
  return (
    <Step>
      {done ? (
        <Done
          title="You have confirmed this before"
          text={['There is nothing left to do: the next letter is on its way when it is due.']}
          next={{ href: signUpPage, name: 'All newsletters' }}
        />
      ) : (
        <ConfirmForm action={postTo.confirm} token={token} newsletters={newsletterNames(site, newsletters)} />
      )}
    </Step>
  );
}
