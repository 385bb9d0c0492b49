/** What a reader should know before the pictures and the body. */

/** The editor's warning, in the editor's words. */
export function Warning({ text }: { readonly text: string }) {
  return (
    <p className="warning" role="note">
      <b className="text-accent">Warning</b> {text}
    </p>
  );
}
