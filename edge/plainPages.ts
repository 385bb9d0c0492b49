/** The door's own pages: they stand when nothing else does, in one file without style sheet, picture or script. */
import { site } from '#site';

/** Statuses for which the door has words of its own. */
export type PlainStatus = keyof typeof words;

/** Whether the door has words for a status. */
export const isPlainStatus = (status: number): status is PlainStatus => status in words;

const words = {
  400: ['This request cannot be read', 'Something in it is not as it should be.'],
  403: ['This is not allowed', 'The request came from another site.'],
  404: ['No page here', 'The address is not one of this paper.'],
  405: ['This cannot be done here', 'The address answers other requests than this one.'],
  408: ['That took too long', 'The request did not arrive in full. Please try again.'],
  410: ['This page was taken down', 'It is not part of this paper any more.'],
  413: ['That is too much at once', 'What was sent is larger than this paper takes.'],
  414: ['The address is too long', 'No page of this paper has an address of that length.'],
  415: ['This form of data is not read here', 'Please use the form on the page.'],
  417: ['This cannot be promised', 'The request expects something that this paper does not do.'],
  421: ['This is another paper', 'The address belongs to a site that is not published here.'],
  429: ['Too many requests', 'Please wait a minute and try again.'],
  431: ['The request is too large', 'Its headers are longer than this paper reads.'],
  500: ['This page could not be made', 'The fault is ours and has been noted. The rest of the paper is there.'],
  503: ['One moment, please', 'The paper is being prepared. This page tries again if you reload it.'],
} as const;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** The page for a status: readable in every browser, without the rest of the site. */
export const plainPage = (status: PlainStatus): string => {
  const [headline, standfirst] = words[status];
  const name = escaped(site.name);
  return [
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${headline} – ${name}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark"></head>',
    `<body><main><p><strong>${name}</strong></p><h1>${headline}</h1><p>${standfirst}</p>`,
    `<p><a href="/">The front page</a></p></main></body></html>\n`,
  ].join('\n');
};
