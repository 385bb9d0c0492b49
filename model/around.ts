/** What lies before and after something in a list that is in order of time. */
import type { Address } from '#model/article';

type Placed = { readonly address: Address };

const placeOf = (list: readonly Placed[], address: Address): number =>
  list.findIndex((candidate) => candidate.address === address);

/** The member itself with its neighbours; nothing where it is not in the list. */
export const around = <Member extends Placed>(list: readonly Member[], address: Address): readonly Member[] => {
  const place = placeOf(list, address);
  return place < 0 ? [] : list.slice(Math.max(0, place - 1), place + 2);
};

/** The neighbours alone. */
export const neighboursOf = <Member extends Placed>(
  list: readonly Member[],
  address: Address,
): { readonly before?: Member | undefined; readonly after?: Member | undefined } => {
  const place = placeOf(list, address);
  return place < 0 ? {} : { before: list[place - 1], after: list[place + 1] };
};
