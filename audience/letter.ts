/** A letter to one reader: the same words as plain text and as simple HTML. */
import type { Site } from '#model/site';

/** A letter ready to be sent. */
export type Letter = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** A paragraph of words, or the one thing to do: a link with its name. */
export type Paragraph = string | { readonly name: string; readonly href: string; readonly button?: boolean };

/** What a letter is made of. */
export type LetterParts = {
  readonly site: Site;
  readonly siteUrl: string;
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** Names the letter: sent twice by an accident, it has the same name twice. */
  readonly id: string;
  /** Address that stops the letters when a mail program posts to it (RFC 8058). */
  readonly stop: string;
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const serif = "font:17px/1.5 Georgia,'Times New Roman',serif";
const buttonStyle = `display:inline-block;padding:12px 24px;background:#15130e;color:#ffffff;text-decoration:none;font:bold 16px/1.2 sans-serif`;

const htmlOf = (paragraph: Paragraph): string => {
  if (typeof paragraph === 'string') return `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`;
  const { name, href, button } = paragraph;
  const style = button ? buttonStyle : 'color:#a3260f';
  return `<p style="margin:0 0 16px"><a href="${escaped(href)}" style="${style}">${escaped(name)}</a></p>`;
};

const textOf = (paragraph: Paragraph): string =>
  typeof paragraph === 'string' ? paragraph : `${paragraph.name}:\n${paragraph.href}`;

const htmlPage = ({ site, siteUrl, subject, paragraphs }: LetterParts): string =>
  [
    `<!DOCTYPE html><html lang="${escaped(site.locale)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light"></head>',
    `<body style="margin:0;padding:24px 16px;background:#fcfaf5;color:#15130e;${serif}"><div style="max-width:560px;margin:0 auto">`,
    '<p style="margin:0 0 20px;padding-bottom:8px;border-bottom:3px solid #a3260f;font-size:22px;font-weight:bold">',
    `<a href="${escaped(siteUrl)}/" style="color:inherit;text-decoration:none">${escaped(site.name)}</a></p>`,
    ...paragraphs.map(htmlOf),
    `<p style="margin:24px 0 0;padding-top:8px;border-top:1px solid #b9b3a5;font-size:14px">${escaped(site.name)}. ${escaped(site.motto)}.</p>`,
    '</div></body></html>',
    '',
  ].join('\n');

const domainOf = (sender: string): string => /@([^\s<>"@]+?)>?$/.exec(sender)?.[1] ?? 'localhost';

/** Puts a letter together. */
export const letterFrom = (parts: LetterParts): Letter => {
  const { site, siteUrl, to, subject, paragraphs, id, stop } = parts;
  return {
    from: site.mail.sender,
    to,
    subject,
    text: [...paragraphs.map(textOf), `-- \n${site.name}\n${site.motto}\n${siteUrl}/`, ''].join('\n\n'),
    html: htmlPage(parts),
    messageId: `<${id}@${domainOf(site.mail.sender)}>`,
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // RFC 3834: holiday replies stay at home.
      'Auto-Submitted': 'auto-generated',
    },
  };
};
