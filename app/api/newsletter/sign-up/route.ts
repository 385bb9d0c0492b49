/** Takes a sign-up: to the next page, or the form again with what is wrong. */
import type { PostedForm } from '#audience/postedForm';
import type { ReturnedForm } from '#audience/returnedForm';
import type { SignUpFault } from '#audience/signUp';
import { audience } from '../../../audience';
import { signUpPage } from '../../../newsletter/frame';
import { now, site } from '../../../paper';
import { onTo, returned, withForm } from '../answers';

export const dynamic = 'force-dynamic';

/** Seconds after which it may be tried again. */
const waits: Partial<Record<SignUpFault, string>> = { network: '600', often: '3600' };

const formAgain = (fault: SignUpFault, form: PostedForm): Response => {
  const wait = waits[fault];
  const ids = site.newsletters.map(({ id }) => id);
  const again: ReturnedForm = {
    fault,
    email: form.one('email'),
    newsletters: form.all('newsletter').filter((id) => ids.includes(id)),
    ...(fault !== 'late' && { stamp: form.one('stamp') }),
  };
  return returned(wait ? 429 : 400, signUpPage, again, wait ? { 'retry-after': wait } : {});
};

export const POST = (request: Request): Promise<Response> =>
  withForm(request, async (form) => {
    const sent = {
      email: form.one('email'),
      newsletters: form.all('newsletter'),
      website: form.all('website').join(''),
      stamp: form.one('stamp'),
      // The front door writes it; what a stranger wrote does not come through.
      from: request.headers.get('x-forwarded-for') ?? '',
    };
    const answer = await audience().signUp(sent, now());
    if (answer.is === 'refused') return formAgain(answer.fault, form);
    return onTo(`${signUpPage}/check-your-mail?to=${audience().seal(answer.address)}`);
  });
