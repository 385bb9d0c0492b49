/** A site whose clock was moved for a test (`TEST_CLOCK`) says so in the one place where HTTP tells the time. */
import type { IncomingMessage, ServerResponse } from 'node:http';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers with `Date` by the moved clock, so that nothing seems to have changed later than it was sent (RFC 9110, 8.8.2.1) and
 * programs that visit know what time it is. A clock that was not moved is left to Node.
 */
export const byMovedClock = (shift: number, handle: Handle): Handle =>
  shift === 0
    ? handle
    : (request, response) => {
        response.setHeader('Date', new Date(Date.now() + shift).toUTCString());
        handle(request, response);
      };
