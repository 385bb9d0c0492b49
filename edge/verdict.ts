/** How an address stands before anything is rendered: moved, taken down, unknown, or a page to render. */
import { knownAddress } from '#model/addresses';

/** What the archive says of an address; a part of its own answer. */
export type StandingOf = (
  address: string,
) => { readonly is: 'published' | 'unknown' | 'gone' } | { readonly is: 'moved'; readonly to: string };

/** What to do with a question. */
export type Verdict =
  | { readonly is: 'moved'; readonly to: string }
  | { readonly is: 'gone'; readonly address: string }
  | { readonly is: 'unknown' | 'rendered' };

/** Old addresses with a query (`/?p=4711`) are few; somebody's hundred parameters are not all looked up. */
const mostParameters = 8;

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** What other systems put behind an address: a file's ending, an index, the AMP version. */
const trimming = /(?:\/index)?\.html?$|\/index\.html?$|\/amp$/i;

/** The addresses that one with such things behind it may mean, the most literal first. */
const trimmed = (address: string): readonly string[] => {
  const found: string[] = [];
  for (let at = address; trimming.test(at) && found.length < 3;) found.push((at = at.replace(trimming, '') || '/'));
  return found.flatMap((form) => [form, form.toLowerCase()]);
};

/** The page that an address means which is no page itself, or where that page went: one step, and none into the void. */
const meantBy = (address: string, standingOf: StandingOf): Verdict | undefined => {
  for (const form of trimmed(address)) {
    const known = knownAddress(form);
    const twin = known?.kind === 'article' && known.twin;
    const standing = standingOf(twin ? known.address : form);
    if (standing.is === 'moved') return { is: 'moved', to: encodeURI(standing.to) + (twin ? '.md' : '') };
    if (standing.is === 'gone') return { is: 'gone', address: twin ? known.address : form };
    if (standing.is === 'published' && known) return { is: 'moved', to: encodeURI(form) };
  }
  return undefined;
};

/** The forms in which an old address may be known: with its query, with one of its parameters, alone, in small letters. */
const readings = (address: string, search: string): readonly string[] => {
  const pairs = search.slice(1).split('&').filter(Boolean).slice(0, mostParameters);
  const withQuery = pairs.length > 1 ? [search, ...pairs.map((pair) => `?${pair}`)] : pairs.map((pair) => `?${pair}`);
  const all = [...withQuery.map((query) => address + query), address];
  return [...new Set([...all, ...all.map((reading) => reading.toLowerCase())])];
};

/** `target`: path and query as the door asks for them. */
export const verdictFor = (target: string, standingOf: StandingOf): Verdict => {
  const [typed = '/', query] = target.split('?', 2);
  if (typed === '/_not-found') return { is: 'rendered' };
  const address = decoded(typed);
  const known = knownAddress(address);
  switch (known?.kind) {
    case 'picture':
    case 'card':
    case 'file':
    case 'static':
    case 'form':
      return { is: 'rendered' };
    case 'article': {
      const standing = standingOf(known.address);
      if (standing.is === 'moved') return { is: 'moved', to: encodeURI(standing.to) + (known.twin ? '.md' : '') };
      if (standing.is === 'gone') return { is: 'gone', address: known.address };
      if (standing.is === 'published') return { is: 'rendered' };
      return meantBy(address, standingOf) ?? { is: 'unknown' };
    }
    default: {
      for (const reading of readings(address, query === undefined ? '' : `?${query}`)) {
        const standing = standingOf(reading);
        if (standing.is === 'moved' && standing.to !== address) return { is: 'moved', to: encodeURI(standing.to) };
        if (standing.is === 'gone') return { is: 'gone', address: reading };
      }
      return known ? { is: 'rendered' } : (meantBy(address, standingOf) ?? { is: 'unknown' });
    }
  }
};
