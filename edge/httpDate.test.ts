import { expect, test } from 'vitest';
import { httpDate } from '#edge/httpDate';

const moment = Date.UTC(2026, 10, 5, 8, 49, 37);

test.each(['Thu, 05 Nov 2026 08:49:37 GMT', 'Thursday, 05-Nov-26 08:49:37 GMT', 'Thu Nov  5 08:49:37 2026'])(
  '%s is read, whichever zone the machine lives in',
  (text) => {
    expect(httpDate(text)).toBe(moment);
  },
);

test.each([
  ['', 'yesterday', '2030', '1', '2026-11-05', '2026-11-05T08:49:37Z', 'Thu, 05 Nov 2026 08:49:37'],
  ['Thu, 05 Nov 2026 08:49:37 +0300', 'Thu, 99 Nov 2026 08:49:37 GMT', 'Thu, 05 Nov 2026 08:49:37 GMT, x'],
])('%j is no date of HTTP, and nobody has a page since then', (...texts) => {
  for (const text of texts) expect(httpDate(text)).toBeNaN();
});
