/** After the sign-up: the same words for every address, known or not. */
import { Panel, Words } from '#components/newsletter/Panel';

type CheckYourMailProps = {
  /** The address as it was sent. */
  readonly email?: string;
  /** Hours for which the link in the message works. */
  readonly hours: number;
  /** Where the form is. */
  readonly form: string;
};

/** Says what to do next, and that nothing has happened until then. */
export function CheckYourMail({ email, hours, form }: CheckYourMailProps) {
  return (
    <Panel kicker="One step left" title="Check your mail">
      <Words>
        We have written to {email ? <b className="text-ink [overflow-wrap:anywhere]">{email}</b> : 'you'}. Tap the link
        in that message within {hours} hours and the next letter is yours. Until then you are not on any list.
      </Words>
      <Words>
        If it is not there, look in the spam folder, or <a href={form}>send the form again</a> with this or another
        address.
      </Words>
    </Panel>
  );
}
