/** Stops letters: by the button of our page, or by the one tap of a mail program (RFC 8058: the token stands in the address). */
import { audience } from '../../../audience';
import { linkPage, stoppedPage } from '../../../newsletter/frame';
import { now } from '../../../paper';
import { onTo, returned, withForm } from '../answers';

export const dynamic = 'force-dynamic';

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? '';

/** A mail program without the one tap opens the address: it gets the page with the button. */
export const GET = (request: Request): Response =>
  onTo(`/newsletter/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`);

export const POST = (request: Request): Promise<Response> =>
  withForm(request, async (form) => {
    const token = form.one('token') || tokenOf(request);
    const stopping = audience().stopping(token, now());
    const stopped = await audience().stop(token, now());
    if (!stopped.ok) return returned(400, linkPage, { fault: stopped.fault });
    // RFC 8058, 3.1: mail programs follow no redirect.
    if (form.one('List-Unsubscribe') === 'One-Click') return new Response('Stopped.\n');
    const one = stopping.ok && stopping.value.newsletter !== undefined;
    return onTo(one ? `${stoppedPage}?what=one` : stoppedPage);
  });
