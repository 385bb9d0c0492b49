/** The sign-up: which newsletters, which address, what the reader agrees to. A plain form that needs no script. */
import { Choices } from '#components/newsletter/Choices';
import { Fault } from '#components/newsletter/Fault';
import type { Newsletter } from '#model/site';

type SignUpFormProps = {
  /** Where the form is posted: `email`, `newsletter` (repeated), `website` (to be left empty), `stamp`. */
  readonly action: string;
  readonly newsletters: readonly Newsletter[];
  /** Ids of those that are ticked. */
  readonly chosen: readonly string[];
  /** What the reader agrees to by signing up. */
  readonly consent: string;
  /** Signed moment at which the form was made. */
  readonly stamp: string;
  /** The address as it was sent, where the form came back. */
  readonly email?: string;
  /** What is wrong with what was sent. */
  readonly fault?: string;
  /** Address of the page on privacy, where there is one. */
  readonly privacy?: string | undefined;
};

/** Choices, then the address and its button in one line. */
export function SignUpForm({ action, newsletters, chosen, consent, stamp, email, fault, privacy }: SignUpFormProps) {
  return (
    <form action={action} method="post">
      {fault && <Fault text={fault} />}
      <Choices legend="Which ones" newsletters={newsletters} chosen={chosen} />
      <div className="mt-5">
        <label className="field-name" htmlFor="email">
          Your e-mail address
        </label>
        <div className="field-row">
          <input
            className="field"
            id="email"
            type="email"
            name="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={email}
            aria-describedby={fault ? 'fault consent' : 'consent'}
            aria-invalid={fault ? true : undefined}
          />
          <button className="btn" type="submit">
            Sign up
          </button>
        </div>
        <LeaveEmpty />
        <input type="hidden" name="stamp" value={stamp} />
        <p className="meta mt-3 max-w-lines text-label leading-[1.45]" id="consent">
          {consent} We write once to confirm; one tap leaves. {privacy && <a href={privacy}>Privacy</a>}
        </p>
      </div>
    </form>
  );
}

/** A field that people do not see and programs fill in. */
function LeaveEmpty() {
  return (
    <div className="unseen" aria-hidden="true">
      <label htmlFor="website">Leave this empty</label>
      <input id="website" type="text" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
