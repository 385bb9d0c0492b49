/** How an address stands before anything is rendered: moved, taken down, unknown, or a page to render. */
import { isFileOrForm, knownAddress } from '#model/addresses';

/** What the archive says of an address; a part of its own answer. */
export type StandingOf = (
  address: string,
) => { readonly is: 'published' | 'unknown' | 'gone' } | { readonly is: 'moved'; readonly to: string };

/** What to do with a question. */
export type Verdict =
  | { readonly is: 'moved'; readonly to: string }
  | { readonly is: 'gone'; readonly address: string }
  | { readonly is: 'unknown' | 'rendered' };

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** `target`: path and query as the door asks for them. */
export const verdictFor = (target: string, standingOf: StandingOf): Verdict => {
  const mark = target.indexOf('?');
  const [typed, search] = mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark)];
  if (typed === '/_not-found') return { is: 'rendered' };
  const address = decoded(typed);
  const known = knownAddress(address);
  if (isFileOrForm(known)) return { is: 'rendered' };
  switch (known?.kind) {
    case 'article': {
      const standing = standingOf(known.address);
      if (standing.is === 'moved') return { is: 'moved', to: encodeURI(standing.to) + (known.twin ? '.md' : '') };
      if (standing.is === 'gone') return { is: 'gone', address: known.address };
      if (standing.is === 'published') return { is: 'rendered' };
      return { is: 'unknown' };
    }
    default: {
      // An old address may have a query (`/?p=4711`); the archive knows in which spellings.
      for (const reading of search.length > 1 ? [address + search, address] : [address]) {
        const standing = standingOf(reading);
        if (standing.is === 'moved' && standing.to !== address) return { is: 'moved', to: encodeURI(standing.to) };
        if (standing.is === 'gone') return { is: 'gone', address: reading };
      }
      return { is: known ? 'rendered' : 'unknown' };
    }
  }
};
