/** Asks the renderer whether an address with a query is an old one that leads elsewhere; nothing is rendered for it. */
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import type { RendererLine } from '#edge/line';
import { headersInward } from '#edge/passage';
import { answerOf } from '#edge/rendered';
import type { House } from '#edge/rendered';
import { standingHeader } from '#model/innerHeaders';

/** Milliseconds for a question that costs the renderer a tenth of one. */
const limit = 3000;

/** The redirect to where an old address leads, or the word that it was taken down; `undefined` where its query says nothing. */
export const askStanding = async (
  asked: AskedAddress,
  house: House & { readonly line: RendererLine },
): Promise<Answer | undefined> => {
  const headers = { ...headersInward({}, { remote: undefined, siteUrl: house.siteUrl }), [standingHeader]: '1' };
  const rendered = await house.line.ask({ method: 'GET', path: asked.path + asked.search, headers, limit });
  if (rendered.statusCode === 308 || rendered.statusCode === 410) return answerOf(asked, rendered, house);
  rendered.resume();
  return undefined;
};
