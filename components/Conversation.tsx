/** Where readers answer a piece: by a letter to the editor. */
import { letterToEditor } from '#model/share';

type ConversationProps = {
  /** Whether the piece may be talked about; otherwise a letter can be written all the same. */
  readonly open: boolean;
  /** The editor's address. */
  readonly editor: string;
  readonly headline: string;
  /** The article's full public address. */
  readonly url: string;
};

/** A link that opens a letter to the editor about this article. */
export function Conversation({ open, editor, headline, url }: ConversationProps) {
  return (
    <section className="part print:hidden" aria-labelledby="conversation">
      <h2 className="text-section" id="conversation">
        {open ? 'Join the conversation' : 'Write to the editor'}
      </h2>
      <p className="mt-1 mb-4 text-note text-ink-2">
        Did we get something wrong, or do you know more? The desk reads every letter.
      </p>
      <a className="btn btn-quiet" href={letterToEditor(editor, headline, url)}>
        Write to the editor about this article
      </a>
    </section>
  );
}
