/** Where a piece comes from and how it was made: what a reader must know before reading it as reporting of the paper's own. */
import type { ReactNode } from 'react';
import type { PublishedArticle } from '#model/article';

type ProvenanceProps = {
  readonly article: Pick<PublishedArticle, 'kind' | 'source' | 'origin' | 'ai'>;
  readonly paper: string;
};

/** Labels in words: whose view it is, which agency or paper it is from, what a machine did. */
export function Provenance({ article: { kind, source, origin, ai }, paper }: ProvenanceProps) {
  return (
    <>
      {kind === 'opinion' && <Label word="Opinion">The view is the author’s own.</Label>}
      {kind === 'editorial' && <Label word="Editorial">{`The view of ${paper}.`}</Label>}
      {source && (
        <Label word="Agency copy">
          <Outside name={source.name} href={source.url} />
        </Label>
      )}
      {origin && (
        <Label word="First published by">
          <Outside name={origin.name} href={origin.url} />
          {origin.licence && `, ${origin.licence}`}
        </Label>
      )}
      {ai && <Label word="Made with AI">{ai.used}</Label>}
    </>
  );
}

function Label({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <p>
      <b className="font-semibold text-ink-2">{word}</b> {children}
    </p>
  );
}

type OutsideProps = { readonly name: string; readonly href?: string | undefined };

function Outside({ name, href }: OutsideProps) {
  if (!href) return name;
  return (
    <a className="quiet" href={href}>
      {name}
    </a>
  );
}
