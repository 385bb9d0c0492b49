/** How a form is opened and answered: only from pages of this site, only what a form of ours can hold, never with a stack. */
import { type PostedForm, readPostedForm } from '#audience/postedForm';
import { packForm, type ReturnedForm } from '#audience/returnedForm';
import { isFromThisSite } from '#audience/sameSite';
import { formHeader, pageHeader } from '#model/innerHeaders';
import { settings } from '../../paper';

/** What a refusal says where no page can be shown: in development, and to programs. */
const plainWords: Readonly<Record<number, string>> = {
  400: 'This form cannot be used as it was sent. Go back, and try again.',
  403: 'This form was sent from another site.',
  413: 'This form is larger than any of ours.',
  415: 'This form of data is not read here. Please use the form on the page.',
  429: 'Too many forms. Please wait, and try again.',
  503: 'This cannot be done at the moment. Please try again in a few minutes.',
};

/** A refusal in plain words; the front door has pages for them. */
const refused = (status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(plainWords[status] ?? '', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more },
  });

/** A refusal that the front door shows as a page, with the form again or with the way on. */
export const returned = (
  status: 400 | 429,
  page: string,
  form: ReturnedForm,
  more: Readonly<Record<string, string>> = {},
): Response => refused(status, { [pageHeader]: page, [formHeader]: packForm(form), ...more });

/** To the next page, by GET: reloading it sends nothing again. */
export const onTo = (path: string): Response => new Response(null, { status: 303, headers: { location: path } });

/** Reads a form and lets `answer` have it. What the database cannot do now is said with 503, and nothing of it is logged but the kind. */
export const withForm = async (
  request: Request,
  answer: (form: PostedForm) => Promise<Response>,
): Promise<Response> => {
  if (!isFromThisSite(request.headers, settings.siteUrl)) return refused(403);
  const form = await readPostedForm(request);
  if (!form.ok) return refused(form.fault);
  try {
    return await answer(form.value);
  } catch (fault) {
    // Messages of databases repeat values, so the message stays out of the log.
    console.error(`audience: a form could not be kept (${fault instanceof Error ? fault.name : 'no reason'})`);
    return refused(503, { 'retry-after': '120' });
  }
};
