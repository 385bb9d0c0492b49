/** The newsletters to choose from: a tick, a name, and what the reader gets. */
import type { Newsletter } from '#model/site';

type ChoicesProps = {
  /** Names the group of ticks. */
  readonly legend: string;
  readonly newsletters: readonly Newsletter[];
  /** Ids of those that are ticked. */
  readonly chosen: readonly string[];
};

/** Sends the field `newsletter` once for each tick. */
export function Choices({ legend, newsletters, chosen }: ChoicesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="label w-full">{legend}</legend>
      {newsletters.map(({ id, name, when, promise }) => (
        <label key={id} className="choice">
          <input type="checkbox" name="newsletter" value={id} defaultChecked={chosen.includes(id)} />
          <span className="min-w-0">
            <b className="block text-h4">{name}</b>
            <span className="mt-[.2rem] block font-sans text-fact text-ink-2">
              {when}. {promise}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
