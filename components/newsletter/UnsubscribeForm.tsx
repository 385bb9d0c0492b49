/** The way out: one button, because a program that reads mail opens links too. */
import { Panel, Words } from '#components/newsletter/Panel';

type UnsubscribeFormProps = {
  /** Where the form is posted: `token`. */
  readonly action: string;
  readonly token: string;
  /** Name of the newsletter the reader came from; absent: all of them. */
  readonly newsletter?: string;
  /** Where single newsletters are chosen, where the reader may rather want that. */
  readonly preferences?: string;
};

/** Nothing is stopped before the button. */
export function UnsubscribeForm({ action, token, newsletter, preferences }: UnsubscribeFormProps) {
  return (
    <Panel title={newsletter ? `Stop ${newsletter}?` : 'Stop all letters?'}>
      <Words>
        Press the button and we stop at once.{' '}
        {preferences && (
          <>
            Or <a href={preferences}>choose what you receive</a>.
          </>
        )}
      </Words>
      <form action={action} method="post">
        <input type="hidden" name="token" value={token} />
        <button className="btn" type="submit">
          Stop
        </button>
      </form>
    </Panel>
  );
}
