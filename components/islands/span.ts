/** How long ago something was, as a number and a unit. */

/** A span in the largest unit of which there is at least one. */
export type Ago = { readonly count: number; readonly unit: 'second' | 'minute' | 'hour' };

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds after which a date says more than a span. */
const longest = 24 * hour;

/** Nothing for what is older than a day, and for what a clock that goes wrong takes for the future. */
export const agoFor = (milliseconds: number): Ago | undefined => {
  if (milliseconds < -minute || milliseconds >= longest) return undefined;
  if (milliseconds < minute) return { count: 0, unit: 'second' };
  if (milliseconds < hour) return { count: Math.floor(milliseconds / minute), unit: 'minute' };
  return { count: Math.floor(milliseconds / hour), unit: 'hour' };
};
