/** Whether a webhook comes from who knows the secret: the ways in which GitHub, GitLab, Forgejo, Gitea and Bitbucket sign. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isForm, payloadPasser } from '#edge/hookForm';

/** One webhook whose body goes by. */
export type HookSeal = {
  /** Whether it is signed at all, in a way that is known here. Without that its body need not be read. */
  readonly isSigned: boolean;
  /** Takes the next part of the raw body. */
  readonly take: (part: Buffer) => void;
  /** Whether a signature is right for all that was taken. */
  readonly isRight: () => boolean;
};

/**
 * Headers that hold the HMAC-SHA256 of the raw body, or of the JSON in a form, in hexadecimal digits, with or without `sha256=` before them. GitHub's
 * `X-Hub-Signature` is SHA-1, which counts for nothing; Bitbucket writes SHA-256 there.
 */
const signatures = [
  'x-hub-signature-256',
  'x-hub-signature',
  'x-forgejo-signature',
  'x-gitea-signature',
  'x-gogs-signature',
] as const;

const digestIn = (value: string | string[] | undefined): Buffer[] => {
  const digits = typeof value === 'string' ? /^(?:sha256=)?([0-9a-f]{64})$/i.exec(value)?.[1] : undefined;
  return digits === undefined ? [] : [Buffer.from(digits, 'hex')];
};

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Begins the proof of one webhook. Comparing takes the same time whatever is wrong. */
export const sealOf = (headers: IncomingHttpHeaders, secret: string): HookSeal => {
  const given = signatures.flatMap((name) => digestIn(headers[name]));
  // GitLab sends the secret itself.
  const token = headers['x-gitlab-token'];
  const hmac = createHmac('sha256', secret);
  // Gitea and Forgejo sign their JSON also where they send it in a form; GitHub signs the form.
  const ofPayload = createHmac('sha256', secret);
  const takePayload = isForm(headers) ? payloadPasser((part) => void ofPayload.update(part)) : () => undefined;
  return {
    isSigned: given.length > 0 || typeof token === 'string',
    take: (part) => {
      hmac.update(part);
      takePayload(part);
    },
    isRight: () => {
      const right = isForm(headers) ? [hmac.digest(), ofPayload.digest()] : [hmac.digest()];
      const bySignature = given.flatMap((digest) => right.map((each) => timingSafeEqual(digest, each))).includes(true);
      const byToken = typeof token === 'string' && timingSafeEqual(hashed(token), hashed(secret));
      return bySignature || byToken;
    },
  };
};
