/** The button of the first letter's page: from here on somebody is a reader. */
import { audience } from '../../../audience';
import { linkPage } from '../../../newsletter/frame';
import { now } from '../../../paper';
import { onTo, returned, withForm } from '../answers';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> =>
  withForm(request, async (form) => {
    const confirmed = await audience().confirm(form.one('token'), now());
    if (!confirmed.ok) return returned(400, linkPage, { fault: confirmed.fault });
    return onTo(`/newsletter/confirmed?token=${confirmed.value}`);
  });
