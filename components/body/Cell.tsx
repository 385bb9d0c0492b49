/** A cell of a table written in Markdown; its alignment is a class, for inline styles are not allowed on our pages. */
import type { Element } from 'hast';
import type { ReactNode } from 'react';

const alignmentOf = ({ properties }: Element): string | undefined =>
  /right|center/.exec(`${String(properties['align'] ?? '')} ${String(properties['style'] ?? '')}`)?.[0];

/** Head or body cell. */
export function Cell({ node, children }: { readonly node: Element; readonly children: ReactNode }) {
  const Tag = node.tagName === 'th' ? 'th' : 'td';
  const align = alignmentOf(node);
  return (
    <Tag
      scope={Tag === 'th' ? 'col' : undefined}
      className={align === 'right' ? 'n' : align === 'center' ? 'text-center' : undefined}
    >
      {children}
    </Tag>
  );
}
