/** A form that comes back: the route says which page shows it again, and the door fetches that page under the route's status. */
import type { IncomingMessage } from 'node:http';
import { readAddress } from '#edge/address';
import { formHeader, pageHeader } from '#model/innerHeaders';

/** What to ask the renderer for: the page, and what it is told of the form. */
export type PageQuestion = { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** Asks the renderer for a page. */
export type AskForPage = (question: PageQuestion) => Promise<IncomingMessage>;

/** The page that is to be shown instead of a refusal; only pages of the newsletter are shown so. */
const pageOf = ({ headers, statusCode = 500 }: IncomingMessage): PageQuestion | undefined => {
  const page = headers[pageHeader];
  const form = headers[formHeader];
  if (statusCode < 400 || statusCode >= 500 || typeof page !== 'string') return undefined;
  const asked = readAddress(page);
  if (asked?.known?.kind !== 'newsletter') return undefined;
  return { path: asked.path + asked.search, headers: typeof form === 'string' ? { [formHeader]: form } : {} };
};

/** The answer to relay: the page with the status of the refusal, or the refusal itself where no page can be had. */
export const orPageInstead = async (refusal: IncomingMessage, ask: AskForPage): Promise<IncomingMessage> => {
  const question = pageOf(refusal);
  if (!question) return refusal;
  // Its words are not needed, and it must give back its way to the renderer before it takes another: all ways could be taken
  // by refusals that wait for a page.
  refusal.resume();
  const page = await ask(question);
  if (page.statusCode !== 200) {
    page.resume();
    return refusal;
  }
  const { statusCode } = refusal;
  const retryAfter = refusal.headers['retry-after'];
  if (statusCode !== undefined) page.statusCode = statusCode;
  if (retryAfter !== undefined) page.headers['retry-after'] = retryAfter;
  return page;
};
