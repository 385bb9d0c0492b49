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
      return { is: 'unknown' };
    }
    default: {
      for (const reading of readings(address, query === undefined ? '' : `?${query}`)) {
        const standing = standingOf(reading);
        if (standing.is === 'moved' && standing.to !== address) return { is: 'moved', to: encodeURI(standing.to) };
        if (standing.is === 'gone') return { is: 'gone', address: reading };
      }
      return { is: known ? 'rendered' : 'unknown' };
    }
  }
};
