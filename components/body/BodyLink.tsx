/** A link in a body. */
import type { Element } from 'hast';
import type { ReactNode } from 'react';
import { noteWordsFor } from '#model/noteWords';

type BodyLinkProps = {
  readonly href: string;
  /** The element as stored, for what a footnote's link says about itself. */
  readonly node: Element;
  /** Paths of the paper, without query and fragment, that may be followed now. */
  readonly openLinks: ReadonlySet<string>;
  readonly sponsored: boolean;
  readonly lang: string;
  readonly children: ReactNode;
};

const pathOf = (href: string): string => href.replace(/[?#].*$/s, '');

/** Whether the link leads into the paper, and to what nobody may see yet, or any more. */
const isShut = (href: string, openLinks: ReadonlySet<string>): boolean =>
  href.startsWith('/') && !openLinks.has(pathOf(href));

const textOf = (value: Element['properties'][string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The number of a note's call is the last word of what the parser says of it: `Back to reference 2-3`. */
const referenceOf = ({ ariaLabel }: Element['properties']): string => textOf(ariaLabel)?.split(' ').at(-1) ?? '';

/** A link, or plain text where it would lead to an article that is not public. Links that were paid for say so to machines. */
export function BodyLink({ href, node: { properties }, openLinks, sponsored, lang, children }: BodyLinkProps) {
  if (href === '' || isShut(href, openLinks)) return children;
  const leaves = /^https?:/i.test(href);
  const isReference = properties['dataFootnoteRef'] !== undefined;
  const isBack = properties['dataFootnoteBackref'] !== undefined;
  return (
    <a
      href={href}
      id={textOf(properties['id'])}
      title={textOf(properties['title'])}
      rel={sponsored && leaves ? 'sponsored' : undefined}
      className={isReference ? 'note-mark' : isBack ? 'note-back' : undefined}
      role={isReference ? 'doc-noteref' : isBack ? 'doc-backlink' : undefined}
      aria-label={isBack ? noteWordsFor(lang).back(referenceOf(properties)) : undefined}
    >
      {children}
    </a>
  );
}
