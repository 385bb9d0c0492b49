/** The page behind the link in the message: a button, because a program that reads mail opens links too. */
import { Panel, Words } from '#components/newsletter/Panel';
import { inSentence } from '#model/names';

type ConfirmFormProps = {
  /** Where the form is posted: `token`. */
  readonly action: string;
  readonly token: string;
  /** Names of the newsletters that were chosen. */
  readonly newsletters: readonly string[];
};

/** Nothing is confirmed before the button. */
export function ConfirmForm({ action, token, newsletters }: ConfirmFormProps) {
  return (
    <Panel kicker="Last step" title="Yes, send it to me">
      <Words>
        {newsletters.length > 0 ? `You asked for ${inSentence(newsletters)}.` : 'You asked for our letters.'} Press the
        button and the next one is yours.
      </Words>
      <form action={action} method="post">
        <input type="hidden" name="token" value={token} />
        <button className="btn" type="submit">
          Confirm
        </button>
      </form>
      <p className="meta mt-3">You did not ask for this? Do nothing, and you will not hear from us again.</p>
    </Panel>
  );
}
