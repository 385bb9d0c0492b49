/** The short label above a headline. */
import type { Kicker as KickerParts } from '#model/kicker';

type KickerProps = {
  readonly kicker: KickerParts;
  /** Whether the topic is a link; in a teaser it is not, for the whole teaser is one. */
  readonly linked?: boolean;
};

/** "Explainer / Science": the kind in ink, the topic in red; running coverage has a full square, ended coverage a hollow one. */
export function Kicker({ kicker: { kind, topic, href, state }, linked = false }: KickerProps) {
  if (!kind && !topic) return null;
  // "Opinion / Opinion" says one thing twice.
  const about = topic === kind ? undefined : topic;
  if (state) return <p className={`kicker square ${state === 'ended' ? 'hollow text-ink' : ''}`}>{kind}</p>;
  return (
    <p className="kicker">
      {kind && <span className="kind">{kind}</span>}
      {about && (linked && href ? <a href={href}>{about}</a> : <span>{about}</span>)}
    </p>
  );
}
