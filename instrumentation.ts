/** What Next calls when a page cannot be rendered: the log names the address and the reason, and nothing about the reader. */
import type { Instrumentation } from 'next';

/** Logs a render error with the address it happened at. */
export const onRequestError: Instrumentation.onRequestError = async (fault, { path, method }, { routePath }) => {
  // Next compiles this file for its other runtime as well, which has no streams to write to.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { complain } = await import('#edge/log');
  const reason = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  const address = path.split('?', 1)[0] ?? path;
  complain('renderer', `${method} ${address} (${routePath}): ${reason}`, { address, route: routePath });
};
