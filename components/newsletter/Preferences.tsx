/** What a reader receives, to be changed without a password: the link in every letter leads here. */
import { Choices } from '#components/newsletter/Choices';
import { Panel, Words } from '#components/newsletter/Panel';
import type { Newsletter } from '#model/site';

type PreferencesProps = {
  /** Where the form is posted: `newsletter` (repeated), `token`, `do` (`save` or `stop`). */
  readonly action: string;
  readonly token: string;
  readonly newsletters: readonly Newsletter[];
  /** Ids of those the reader receives. */
  readonly chosen: readonly string[];
  /** The reader's address, or as much of it as may be shown. */
  readonly email?: string;
  /** Said where the choice has just been saved. */
  readonly saved?: boolean;
};

/** Ticks, and two buttons: save, stop everything. */
export function Preferences({ action, token, newsletters, chosen, email, saved = false }: PreferencesProps) {
  return (
    <Panel title="What we send you" {...(saved && { kicker: 'Saved' })}>
      {email && (
        <Words>
          To <b className="text-ink [overflow-wrap:anywhere]">{email}</b>
        </Words>
      )}
      <form action={action} method="post">
        <Choices legend="Newsletters" newsletters={newsletters} chosen={chosen} />
        <input type="hidden" name="token" value={token} />
        <div className="mt-4 flex flex-wrap gap-3">
          <button className="btn" type="submit" name="do" value="save">
            Save
          </button>
          <button className="btn btn-quiet" type="submit" name="do" value="stop">
            Stop everything
          </button>
        </div>
      </form>
      <p className="meta mt-3">Stopping everything deletes the address at once.</p>
    </Panel>
  );
}
