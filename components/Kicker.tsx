/** The short label above a headline. */
import type { Kicker as KickerParts } from '#model/kicker';

/** "Explainer / Science": the kind in ink, the topic in red; running coverage has a full square, ended coverage a hollow one. */
export function Kicker({ kicker: { kind, topic, href, state } }: { readonly kicker: KickerParts }) {
  if (!kind && !topic) return null;
  if (state) return <p className={`kicker square ${state === 'ended' ? 'hollow text-ink' : ''}`}>{kind}</p>;
  return (
    <p className="kicker">
      {kind && <span className="kind">{kind}</span>}
      {topic && (href ? <a href={href}>{topic}</a> : <span>{topic}</span>)}
    </p>
  );
}
