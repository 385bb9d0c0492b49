/** Whether a form was sent from a page of this site: other sites must not sign their visitors up here. */

/**
 * True for a form of ours. Browsers say where a form comes from (`Sec-Fetch-Site`, W3C Fetch Metadata; older ones
 * `Origin` alone); programs that say neither cannot be made to send one by somebody else's page.
 */
export const isFromThisSite = (headers: Headers, siteUrl: string): boolean => {
  const relation = headers.get('sec-fetch-site');
  if (relation !== null) return relation === 'same-origin';
  const origin = headers.get('origin');
  if (origin !== null) return origin === new URL(siteUrl).origin;
  const referer = headers.get('referer');
  return referer === null || (URL.canParse(referer) && new URL(referer).origin === new URL(siteUrl).origin);
};
