/** Stated changes of fact, dated, under the body or, where the editor wants it, above it. */
import type { Correction } from '#model/article';
import { formatDay, isoMoment } from '#model/dates';
import type { Site } from '#model/site';

type CorrectionNotesProps = {
  readonly site: Site;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** Names the heading; two boxes on one page need two. */
  readonly id?: string;
};

const words = {
  correction: undefined,
  clarification: 'Clarification',
  update: 'Update',
  note: 'Note',
} as const satisfies Record<Correction['kind'], string | undefined>;

/** Heading for a list: "Corrections" only where something was wrong. */
const headingFor = (corrections: readonly Correction[]): string => {
  const wrong = corrections.filter(({ kind }) => kind === 'correction').length;
  if (wrong === 0) return corrections.length === 1 ? 'Note on this article' : 'Notes on this article';
  return corrections.length === 1 ? 'Correction' : 'Corrections';
};

/** The box of notes; nothing where there are none. */
export function CorrectionNotes({ site, corrections, id = 'corrections' }: CorrectionNotesProps) {
  if (corrections.length === 0) return null;
  return (
    <section className="notes" aria-labelledby={id}>
      <h2 id={id}>{headingFor(corrections)}</h2>
      {corrections.map(({ on, text, kind }) => (
        <p key={`${on} ${text}`}>
          <time dateTime={isoMoment(on, site)}>{`${formatDay(on, site)}.`}</time>
          {words[kind] && <b>{` ${words[kind]}.`}</b>} {text}
        </p>
      ))}
    </section>
  );
}
