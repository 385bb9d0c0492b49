/** A form or a link that could not be used: what is wrong, and what to do instead. */
import { Panel, Words } from '#components/newsletter/Panel';

type ProblemProps = {
  /** "This link is too old" */
  readonly title: string;
  /** What the reader can do about it. */
  readonly text: string;
  /** The way back. */
  readonly back?: { readonly href: string; readonly name: string };
};

/** Never says whether an address is known. */
export function Problem({ title, text, back }: ProblemProps) {
  return (
    <Panel kicker="That did not work" title={title}>
      <Words>{text}</Words>
      {back && (
        <Words>
          <a href={back.href}>{back.name}</a>
        </Words>
      )}
    </Panel>
  );
}
