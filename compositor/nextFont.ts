/** Stands in for `next/font/local`: the build has made style sheet and files of the fonts already. */

/** Says nothing new. */
const localFont = (): Record<string, never> => ({});

// Next wants a default export.
export default localFont;
