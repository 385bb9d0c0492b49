/** What former systems, their plugins and mobile versions put around an address, and which addresses one so written may mean. */
import type { Address } from '#model/article';

/** A file's ending, the index of a folder, the AMP version. */
const ending = /\/index\.(?:html?|php)$|\.(?:html?|amp)$|\/amp$/i;
const ampBefore = /^\/amp(?=\/)/i;
/** Endings that are taken off one address: `/amp/index.html` and `.amp.html` are two. */
const mostEndings = 3;

/** Page 1 of a list has the list's own address, and no number begins with a nought. */
const withPlainPage = (address: string): string =>
  address.replace(/\/page\/0*(?=\d+$)/, '/page/').replace(/(?<=.)\/page\/1$/, '');

const withoutEndings = (address: string): readonly string[] => {
  const found = [address];
  for (let at = address; ending.test(at) && found.length <= mostEndings;)
    found.push((at = at.replace(ending, '') || '/'));
  return found;
};

/**
 * The addresses that a decoded one, without doubled and closing slashes, may mean, the most literal first; not the address
 * itself. Whether one of them is there is for others to say.
 */
export const meantBy = (address: Address): readonly Address[] => {
  const literal = withoutEndings(address);
  const forms = [
    ...literal,
    ...literal.filter((form) => ampBefore.test(form)).map((form) => form.replace(ampBefore, '')),
  ];
  const meant = new Set(forms.flatMap((form) => [form, form.toLowerCase(), withPlainPage(form.toLowerCase())]));
  meant.delete(address);
  return [...meant];
};
