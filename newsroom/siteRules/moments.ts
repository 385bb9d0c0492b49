/** Moments as pages, feeds and sitemaps write them. */

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const day = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** Epoch milliseconds of an ISO 8601 moment with its offset; undefined for anything else, also for a bare day. */
export const momentOf = (text: string | undefined): number | undefined => {
  const plain = text?.trim() ?? '';
  const at = iso.test(plain) ? Date.parse(plain) : NaN;
  return Number.isNaN(at) ? undefined : at;
};

/** Whether a text is a W3C date: a moment with offset, or a day, month or year. */
export const isW3cDate = (text: string): boolean =>
  momentOf(text) !== undefined || (day.test(text) && !Number.isNaN(Date.parse(text)));

/** Epoch milliseconds of the date format of RSS 2.0 (RFC 822 with a zone). */
export const rssMomentOf = (text: string | undefined): number | undefined => {
  const plain = text?.trim() ?? '';
  const zoned = /^(\w{3},\s*)?\d{1,2} \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UTC?|[ECMP][SD]T|Z)$/.test(plain);
  const at = zoned ? Date.parse(plain) : NaN;
  return Number.isNaN(at) ? undefined : at;
};

/** Whether two written dates name the same second, or the same day where one of them is only a day. */
export const isSameMoment = (one: string, other: string): boolean => {
  if (day.test(one) || day.test(other)) {
    const length = Math.min(one.length, other.length, 10);
    return one.slice(0, length) === other.slice(0, length);
  }
  const [a, b] = [momentOf(one), momentOf(other)];
  return a !== undefined && b !== undefined && Math.floor(a / 1000) === Math.floor(b / 1000);
};
