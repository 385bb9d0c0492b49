/** "In Summary": the piece in two to four sentences, before its body. */

/** Summary box, beside the body on wide screens; nothing where there is no summary. */
export function SummaryBox({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <aside className="summary hang" aria-labelledby="summary-name">
      <h2 id="summary-name">In Summary</h2>
      <ul role="list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  );
}
