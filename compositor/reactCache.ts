/** Stands in for `react` in routes: outside of Next, React's own `cache` remembers nothing. */
import { presentRequest } from '#compositor/request';

export { Children, cloneElement, createElement, Fragment, isValidElement } from 'react';

/** A function that does its work once for each request and each list of words. */
export const cache =
  <Result>(work: (...words: readonly string[]) => Result) =>
  (...words: readonly string[]): Result => {
    const found = presentRequest()?.found;
    if (!found) return work(...words);
    const results = found.get(work) ?? new Map<string, unknown>();
    found.set(work, results);
    const key = JSON.stringify(words);
    // `as`: what lies there is what this very function gave.
    if (results.has(key)) return results.get(key) as Result;
    const result = work(...words);
    results.set(key, result);
    return result;
  };
