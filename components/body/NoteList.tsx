/** The footnotes of a body. */
import type { Element } from 'hast';
import type { ReactNode } from 'react';
import { noteWordsFor } from '#model/noteWords';

type NoteListProps = {
  readonly node: Element;
  readonly lang: string;
  readonly children: ReactNode;
};

/** The list of notes, named for those who hear the page; Markdown makes no other sections. */
export function NoteList({ node: { properties }, lang, children }: NoteListProps) {
  if (properties['dataFootnotes'] === undefined) return <section>{children}</section>;
  return (
    <section data-footnotes="true" role="doc-endnotes" aria-label={noteWordsFor(lang).list}>
      {children}
    </section>
  );
}
