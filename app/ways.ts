/** Where to look from a page that is not there. */
import type { Moment } from '#model/moment';
import { archive } from './paper';

/** The front, and the newest year as the door to everything by date. */
export const waysFromNowhere = (at: Moment): readonly { readonly href: string; readonly name: string }[] => {
  const year = archive.periods('/', at).at(-1);
  return [{ href: '/', name: 'Front page' }, ...(year ? [{ href: year.address, name: 'By date' }] : [])];
};
