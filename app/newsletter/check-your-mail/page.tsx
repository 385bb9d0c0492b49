/** After the sign-up: what to do next. The address in it is sealed, so it stands readable on this page alone. */
import type { Metadata } from 'next';
import { hoursToConfirm } from '#audience/signUpLetter';
import { CheckYourMail } from '#components/newsletter/CheckYourMail';
import { audience } from '../../audience';
import { parameter, type Query, signUpPage, Step, stepMetadata } from '../frame';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Check your mail', '/newsletter/check-your-mail');

/** `/newsletter/check-your-mail?to=…` */
export default async function CheckYourMailPage({ searchParams }: { readonly searchParams: Query }) {
  const email = audience().unseal(await parameter(searchParams, 'to'));
  return (
    <Step>
      <CheckYourMail hours={hoursToConfirm} form={signUpPage} {...(email && { email })} />
    </Step>
  );
}
