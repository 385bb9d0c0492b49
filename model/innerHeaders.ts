/** Headers that a route and the front door exchange inside the house. The door lets none of them in or out. */

/** Names the page that is shown in place of a refusal: the form again, with what is wrong. */
export const pageHeader = 'x-standfirst-page';

/** Tells that page what came back. */
export const formHeader = 'x-standfirst-form';

/** Asks the renderer only how an address stands: it answers a redirect, 404, or 204 where there is something to render. */
export const standingHeader = 'x-standfirst-standing';
