/** A link in a body. */
import type { Element } from 'hast';
import type { ReactNode } from 'react';
import { knownAddress } from '#model/addresses';
import type { Address } from '#model/article';

type BodyLinkProps = {
  readonly href: string;
  /** The element as stored, for what a footnote's link says about itself. */
  readonly node: Element;
  /** Articles of the paper that may be read now. */
  readonly publicLinks: ReadonlySet<Address>;
  readonly sponsored: boolean;
  readonly children: ReactNode;
};

const pathOf = (href: string): string => href.replace(/[?#].*$/s, '');

/** Whether the link leads to an article of ours that nobody may see yet, or any more. */
const isNotPublic = (href: string, publicLinks: ReadonlySet<Address>): boolean =>
  href.startsWith('/') && knownAddress(pathOf(href))?.kind === 'article' && !publicLinks.has(pathOf(href));

const textOf = (value: Element['properties'][string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A link, or plain text where it would lead to an article that is not public. Links that were paid for say so to machines. */
export function BodyLink({ href, node: { properties }, publicLinks, sponsored, children }: BodyLinkProps) {
  if (href === '' || isNotPublic(href, publicLinks)) return children;
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
      role={isReference ? 'doc-noteref' : undefined}
      aria-label={isBack ? textOf(properties['ariaLabel']) : undefined}
    >
      {children}
    </a>
  );
}
