/** Where a reader can pass an article on, by plain links that need no script. */

/** One way to pass an article on. */
export type ShareLink = { readonly name: string; readonly href: string };

const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** The ways, WhatsApp first because most readers use it. `url` is the article's full public address. */
export const shareLinks = (headline: string, url: string): readonly ShareLink[] => [
  { name: 'WhatsApp', href: `https://wa.me/?${query({ text: `${headline} ${url}` })}` },
  { name: 'X', href: `https://x.com/intent/post?${query({ text: headline, url })}` },
  { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}` },
  { name: 'Telegram', href: `https://t.me/share/url?${query({ url, text: headline })}` },
  { name: 'E-mail', href: `mailto:?${query({ subject: headline, body: url })}` },
];

/** A letter to the editor about an article: the headline is the subject, the address stands in the letter. */
export const letterToEditor = (editor: string, headline: string, url: string): string =>
  `mailto:${editor}?${query({ subject: headline, body: `${url}\r\n\r\n` })}`;
