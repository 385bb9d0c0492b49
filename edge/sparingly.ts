/** Says the first of many lines, and then how many more there were: an outage must not fill the disk with its own log. */

/** Lines in a stretch of time, and its length in milliseconds. */
const most = 5;
const stretch = 10_000;

/** Makes a voice sparing. What was left out is counted and told at the end of the stretch. */
export const sparingly = (say: (what: string) => void): ((what: string) => void) => {
  let said = 0;
  const end = (): void => {
    if (said > most) say(`${said - most} more like the last lines in ${stretch / 1000} s`);
    said = 0;
  };
  return (what) => {
    said += 1;
    if (said === 1) setTimeout(end, stretch).unref();
    if (said <= most) say(what);
  };
};
