/** Reads dates of HTTP headers, and nothing else that a lenient reader takes for a date. */

// RFC 9110, 5.6.7: the form that is written today and the two that old programs write, all in Greenwich time.
const forms = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/** Milliseconds since 1970 UTC; NaN for what is no date of HTTP, so that no comparison with it holds. */
export const httpDate = (text: string): number => {
  if (!forms.some((form) => form.test(text))) return Number.NaN;
  return Date.parse(text.endsWith('GMT') ? text.replace(/(\d{2})-([A-Z][a-z]{2})-(\d{2})/, '$1 $2 $3') : `${text} GMT`);
};
