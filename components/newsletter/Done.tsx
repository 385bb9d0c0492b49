/** What has just happened, said once: confirmed, stopped. */
import { Panel, Words } from '#components/newsletter/Panel';

type DoneProps = {
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
  /** The way on. */
  readonly next?: { readonly href: string; readonly name: string };
};

/** Words and the way on. */
export function Done({ title, text, next }: DoneProps) {
  return (
    <Panel title={title}>
      {text.map((paragraph) => (
        <Words key={paragraph}>{paragraph}</Words>
      ))}
      {next && (
        <Words>
          <a href={next.href}>{next.name}</a>
        </Words>
      )}
    </Panel>
  );
}
