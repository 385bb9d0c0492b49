/** The words that `LOG_LEVEL` and `LOG_FORMAT` may hold: for the log, and for who checks the settings. */

/** Levels, each with those after it; `silent` has none. */
export const logLevels = ['debug', 'info', 'error', 'silent'] as const;

/** Forms of a line. */
export const logFormats = ['text', 'json'] as const;
