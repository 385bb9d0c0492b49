/** Where a button of a letter's page leads when its link is of no use. */
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { unpackForm } from '#audience/returnedForm';
import { formHeader } from '#model/innerHeaders';
import { stepMetadata } from '../frame';
import { LinkProblem } from '../LinkProblem';
import { checkLinkFault } from '../words';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('That did not work', '/newsletter/link');

/** `/newsletter/link`, shown under the status of the form that came back. */
export default async function LinkPage() {
  const returned = unpackForm((await headers()).get(formHeader));
  return <LinkProblem fault={checkLinkFault(returned?.fault) ?? 'forged'} />;
}
