/** For development: each answer says how it came about, and what the front door spent on it (`Server-Timing`). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome } from '#edge/counting';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const outcomes = new WeakMap<ServerResponse, Outcome>();

/** Notes how an answer comes about, before it is written; where nobody measures, nothing happens. */
export const noteOutcome = (response: ServerResponse, outcome: Outcome): void => {
  if (outcomes.has(response)) outcomes.set(response, outcome);
};

/** `edge;desc="rendered";dur=12.3`: milliseconds from the request to the beginning of its answer. */
export const timed =
  (answer: Answering): Answering =>
  (request, response) => {
    const began = performance.now();
    // What is answered without a word lay in memory.
    outcomes.set(response, 'kept');
    const writeHead = response.writeHead.bind(response);
    // The overloads of `writeHead` differ in what follows the status, which is handed on as it comes.
    response.writeHead = ((...all: unknown[]) => {
      const spent = (performance.now() - began).toFixed(1);
      response.setHeader('Server-Timing', `edge;desc="${outcomes.get(response) ?? 'kept'}";dur=${spent}`);
      return Reflect.apply(writeHead, response, all) as ServerResponse;
    }) as ServerResponse['writeHead'];
    answer(request, response);
  };
