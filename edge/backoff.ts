/** How long to wait before the next attempt at something that keeps failing. */

/**
 * Milliseconds to wait after the `failures`th failure in a row: 100, 200, 400 … 5000. The first restart is quick, because
 * most deaths are accidents; a process that dies at every start must not eat the machine.
 */
export const backoffAfter = (failures: number): number => Math.min(5000, 100 * 2 ** Math.max(0, failures - 1));
