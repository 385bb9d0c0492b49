/** Stands in for `next/headers` where the compositor sets a page. */
import { LeftToNext } from '#compositor/endings';
import { presentRequest } from '#compositor/request';

/** The headers of the request that is being answered. */
export const headers = (): Promise<Headers> => {
  const request = presentRequest();
  return request ? Promise.resolve(request.headers) : Promise.reject(new LeftToNext('no request is being answered'));
};
