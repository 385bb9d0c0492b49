/** What Next calls when a page cannot be rendered: the log names the address and the reason, and nothing about the reader. */
import type { Instrumentation } from 'next';

/** Logs a render error with the address it happened at. */
export const onRequestError: Instrumentation.onRequestError = (fault, { path, method }, { routePath }) => {
  const reason = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  const address = path.split('?', 1)[0] ?? path;
  console.error(`${new Date().toISOString().slice(11, 19)} renderer: ${method} ${address} (${routePath}): ${reason}`);
};
