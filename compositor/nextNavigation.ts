/** Stands in for `next/navigation` where the compositor sets a page. */
import { Elsewhere, NotThere } from '#compositor/endings';

/** Ends the route: nothing lies there. */
export const notFound = (): never => {
  throw new NotThere();
};

/** Ends the route: the reader is sent on. */
export const permanentRedirect = (to: string): never => {
  throw new Elsewhere(to);
};
