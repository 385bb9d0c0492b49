/** What is wrong with a form that came back, above it, said at once to those who hear the page. */
type FaultProps = { readonly text: string };

/** One sentence that says what to do. */
export function Fault({ text }: FaultProps) {
  return (
    <p
      className="mb-4 border-t-[3px] border-accent bg-buff px-4 py-3 font-sans text-fact text-ink"
      role="alert"
      id="fault"
    >
      {text}
    </p>
  );
}
