/** One line for each event worth a person's attention; no personal data ever. */

/** Writes what happened, with the process that says it: `12:30:05 edge: renderer is ready`. */
export const log = (who: string, what: string): void => {
  console.log(`${new Date().toISOString().slice(11, 19)} ${who}: ${what}`);
};

/** Says what went wrong, on the error stream. */
export const complain = (who: string, what: string): void => {
  console.error(`${new Date().toISOString().slice(11, 19)} ${who}: ${what}`);
};
