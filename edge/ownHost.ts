/** Lets through what was meant for this site, and answers the rest before anything of it is read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAbsoluteForm } from '#edge/absoluteForm';
import { send } from '#edge/answer';
import type { Answer } from '#edge/answer';
import { hostVerdictFor } from '#edge/hosts';
import type { SiteHosts } from '#edge/hosts';
import { plainAnswer } from '#edge/plainAnswer';
import type { Policies } from '#edge/policies';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A reader who goes away in the middle of a refusal is no fault of ours. */
const say = (request: IncomingMessage, response: ServerResponse, answer: Answer): void =>
  void send(request, response, answer).catch(() => response.destroy());

/** Puts the judge of `edge/hosts.ts` before the front door. */
export const onOwnHost = (hosts: SiteHosts, policies: Policies, answer: Answering): Answering => {
  const verdictOn = hostVerdictFor(hosts);
  return (request, response) => {
    readAbsoluteForm(request);
    const verdict = verdictOn(request);
    switch (verdict.is) {
      case 'ours':
        return answer(request, response);
      case 'elsewhere': {
        const keep = verdict.forEver ? 'public, max-age=3600' : 'no-store';
        const headers = { ...policies.other, Location: verdict.to, 'Cache-Control': keep };
        return say(request, response, { status: 308, headers, body: Buffer.alloc(0) });
      }
      case 'malformed':
        return say(request, response, plainAnswer(400, policies, { Connection: 'close' }));
      case 'foreign':
        return say(request, response, plainAnswer(421, policies, { Connection: 'close' }));
    }
  };
};
