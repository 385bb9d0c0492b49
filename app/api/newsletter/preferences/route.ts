/** Saves what a reader wants to receive, or stops everything. */
import { audience } from '../../../audience';
import { linkPage, stoppedPage } from '../../../newsletter/frame';
import { now } from '../../../paper';
import { onTo, returned, withForm } from '../answers';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> =>
  withForm(request, async (form) => {
    const token = form.one('token');
    const wanted = form.one('do') === 'stop' ? [] : form.all('newsletter');
    const saved = await audience().choose(token, wanted, now());
    if (!saved.ok) return returned(400, linkPage, { fault: saved.fault });
    return onTo(saved.value === 'saved' ? `/newsletter/preferences?token=${token}&saved=yes` : stoppedPage);
  });
