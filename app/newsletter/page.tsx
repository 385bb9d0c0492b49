/** The sign-up: all newsletters, and beside them what a letter is made of. Shown again where a form came back. */
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { unpackForm } from '#audience/returnedForm';
import { FrontHead } from '#components/front/FrontHead';
import { SignUpForm } from '#components/newsletter/SignUpForm';
import { Specimen } from '#components/newsletter/Specimen';
import { formHeader } from '#model/innerHeaders';
import { audience } from '../audience';
import { archive, now, site } from '../paper';
import { privacyPage } from '../privacyPage';
import { postTo, signUpPage, Step, stepMetadata } from './frame';
import { signUpFaultWords } from './words';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = stepMetadata('Newsletters', signUpPage);

/** Stories that the specimen shows. */
const specimenSize = 5;

/** `/newsletter` */
export default async function NewsletterPage() {
  const returned = unpackForm((await headers()).get(formHeader));
  const [first] = site.newsletters;
  return (
    <Step>
      <FrontHead
        title="Newsletters"
        standfirst="Written by the people who wrote the stories, and short enough to finish."
      />
      <div className="cols pb-8">
        <div className="lg:col-span-7">
          <SignUpForm
            action={postTo.signUp}
            newsletters={site.newsletters}
            chosen={returned?.newsletters ?? (first ? [first.id] : [])}
            consent={site.consent.text}
            stamp={returned?.stamp ?? audience().stamp()}
            privacy={privacyPage()}
            {...(returned && { fault: signUpFaultWords(returned.fault), email: returned.email ?? '' })}
          />
        </div>
        <div className="lg:col-span-5">
          <Specimen title="The newest stories" articles={archive.latest(1, specimenSize, now()).items} />
        </div>
      </div>
    </Step>
  );
}
