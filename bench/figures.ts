/** Writes figures the same way everywhere, and judges them against what was to be reached. */
import type { Goal } from './part';

/** The value in the middle; `NaN` of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;

/** The largest of all; `-Infinity` of none. */
export const worst = (values: readonly number[]): number => Math.max(...values);

/** A number as people read it: three digits that count, thousands parted; what is not known is a dash. */
export const number = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
};

/** A number with its unit: `12.3 ms`. */
export const withUnit = (value: number, unit: string): string =>
  unit === '' ? number(value) : `${number(value)} ${unit}`;

/** Bytes as kilobytes of 1,000. */
export const kilobytes = (bytes: number): string => withUnit(bytes / 1000, 'kB');

/** Bytes as megabytes of 1,048,576, as the system counts memory. */
export const megabytes = (bytes: number): string => withUnit(Math.round(bytes / 1_048_576), 'MB');

/** A goal that is met by this much or less. What could not be measured is missed. */
export const atMost = (what: string, measured: number, wanted: number, unit: string): Goal => ({
  what,
  wanted: `at most ${withUnit(wanted, unit)}`,
  measured: withUnit(measured, unit),
  met: measured <= wanted,
});

/** A goal that is met by this much or more. */
export const atLeast = (what: string, measured: number, wanted: number, unit: string): Goal => ({
  what,
  wanted: `at least ${withUnit(wanted, unit)}`,
  measured: withUnit(measured, unit),
  met: measured >= wanted,
});
