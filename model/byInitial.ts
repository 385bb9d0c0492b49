/** Names gathered by their first letter, in the order of a language's alphabet. */

/** Members under a letter; digits stand under "0–9", everything else that is no letter under "#". */
export type Initial<Member> = { readonly initial: string; readonly members: readonly Member[] };

/** An accent does not make a letter of its own: "Édouard" stands under E. */
const initialOf = (name: string, locale: string): string => {
  const first = [...name.normalize('NFD')].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '';
  if (/\p{N}/u.test(first)) return '0–9';
  return first === '' ? '#' : first.toLocaleUpperCase(locale);
};

/** Sorts members by name and gathers them. */
export const byInitial = <Member extends { readonly name: string }>(
  members: readonly Member[],
  locale: string,
): readonly Initial<Member>[] => {
  const order = new Intl.Collator(locale);
  const gathered = new Map<string, Member[]>();
  for (const member of members.toSorted((a, b) => order.compare(a.name, b.name))) {
    const initial = initialOf(member.name, locale);
    const same = gathered.get(initial);
    if (same) same.push(member);
    else gathered.set(initial, [member]);
  }
  // A name in quotes is sorted before all letters, so the letters are put in order once more.
  return [...gathered]
    .map(([initial, found]) => ({ initial, members: found }))
    .toSorted((a, b) => order.compare(a.initial, b.initial));
};
