/** Headers that a route and the front door exchange inside the house. The door lets neither of them in or out. */

/** Names the page that is shown in place of a refusal: the form again, with what is wrong. */
export const pageHeader = 'x-standfirst-page';

/** Tells that page what came back. */
export const formHeader = 'x-standfirst-form';
