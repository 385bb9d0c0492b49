/** After the last letter. */
import type { Metadata } from 'next';
import { Done } from '#components/newsletter/Done';
import { parameter, type Query, signUpPage, Step, stepMetadata } from '../frame';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Stopped', '/newsletter/stopped');

/** `/newsletter/stopped`, with `?what=one` where other letters go on. */
export default async function StoppedPage({ searchParams }: { readonly searchParams: Query }) {
  const one = (await parameter(searchParams, 'what')) === 'one';
  const text = one
    ? 'This letter does not come any more. If it was the only one, we have deleted your address.'
    : 'No letter comes any more, and we have deleted your address.';
  return (
    <Step>
      <Done title="Stopped" text={[text]} next={{ href: signUpPage, name: 'All newsletters' }} />
    </Step>
  );
}
