/** The exit code of a command, also where something else ends the process before the command has answered. */

let answered = false;

// settings.ts ends the process by itself, with 1, where a variable cannot be used; so does an error that nobody foresaw.
// Both mean that the command could not run.
process.once('exit', () => {
  if (!answered) process.exitCode = 2;
});

/** The command has answered: the process ends with this code when all is written. */
export const endWith = (code: number): void => {
  answered = true;
  process.exitCode = code;
};
