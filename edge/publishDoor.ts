/** `POST /api/publish`: the git host says, signed, that there is something to pull. It can say nothing else, and nobody else can. */
import type { IncomingMessage } from 'node:http';
import type { Answer } from '#edge/answer';
import { letBodyPass } from '#edge/hookBody';
import { hookEventOf } from '#edge/hookEvent';
import { isForm } from '#edge/hookForm';
import { sealOf } from '#edge/hookSignature';
import { complain } from '#edge/log';
import type { Policies } from '#edge/policies';
import { readerAddress } from '#edge/readerAddress';
import { countStrikes } from '#edge/strikes';
import type { TrustedProxies } from '#edge/trustedProxies';

/** Who may say what. */
export type PublishPlan = {
  /** With which the git host signs. */
  readonly secret: string;
  /** The branch that is the paper; pushes to others change nothing. */
  readonly branch: string;
  /** Tells the publisher. Called often, it pulls one after the other. */
  readonly pull: () => void;
  readonly policies: Policies;
  readonly trusted: TrustedProxies;
};

/** Answers one request to the address, whatever its method. Rejects only where the sender has gone. */
export type PublishDoor = (request: IncomingMessage) => Promise<Answer>;

/** Bytes: GitHub sends up to 25 MB. The body is proved as it goes by; to see the branch, the beginning of its size is enough. */
export const largestHook = 25_000_000;
const kept = 65_536;
/** Milliseconds for a body to arrive: git hosts wait ten seconds for the answer. */
const within = 10_000;
/** From a network that signed wrongly so often, large bodies are not even read; a right signature is heard all the same. */
const forgiven = { most: 20, within: 600_000 };
/** Milliseconds between two lines of the log about wrong signatures. */
const complainEvery = 60_000;

type Said = readonly [status: number, body: Readonly<Record<string, string>>, more?: Readonly<Record<string, string>>];

const close = { Connection: 'close' };
const challenge = { 'WWW-Authenticate': 'X-Hub-Signature-256 realm="publish"' };

const notSigned = (): Said => [
  401,
  { error: 'not signed', remedy: 'Give the webhook the secret that PUBLISH_SECRET holds.' },
  { ...challenge, ...close },
];
const wronglySigned = (): Said => [
  401,
  { error: 'the signature is not right', remedy: 'Give the webhook the secret that PUBLISH_SECRET holds.' },
  challenge,
];
const tooOften = (): Said => [429, { error: 'too many wrong signatures' }, { 'Retry-After': '600', ...close }];
const tooLarge = (): Said => [413, { error: `more than ${largestHook / 1_000_000} MB` }, close];

const isReadable = ({ headers }: IncomingMessage): boolean => {
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': coding } = headers;
  const isEmpty = coding === undefined && Number(length ?? 0) === 0;
  return isEmpty || isForm(headers) || /^application\/json\s*(?:;|$)/i.test(type ?? '');
};

/** Opens the door. */
export const openPublishDoor = ({ secret, branch, pull, policies, trusted }: PublishPlan): PublishDoor => {
  const strikes = countStrikes(forgiven);
  let complained = -Infinity;

  const refuse = (address: string | undefined): Said => {
    const wasTooMany = strikes.areTooMany(address);
    strikes.add(address);
    if (performance.now() - complained > complainEvery) {
      complained = performance.now();
      complain(
        'edge',
        `a webhook was refused: its signature is not one of PUBLISH_SECRET. Both sides need the same secret`,
      );
    }
    return wasTooMany ? tooOften() : wronglySigned();
  };

  const hear = ({ headers }: IncomingMessage, body: Buffer | undefined): Said => {
    switch (hookEventOf(headers, body, branch)) {
      case 'ping':
        return [200, { publish: 'ready', branch }];
      case 'otherEvent':
        return [202, { publish: 'ignored', because: 'Only a push publishes.' }];
      case 'otherBranch':
        return [202, { publish: 'ignored', because: `Only a push to ${branch} publishes.` }];
      case 'unreadable':
        return [
          400,
          { error: 'the body is no JSON', remedy: 'Choose application/json as content type of the webhook.' },
        ];
      case 'push':
        pull();
        return [202, { publish: 'accepted' }];
    }
  };

  const judge = async (request: IncomingMessage): Promise<Said> => {
    const { method, headers } = request;
    if (method !== 'POST') return [405, { error: 'only POST' }, { Allow: 'POST', ...close }];
    const seal = sealOf(headers, secret);
    if (!seal.isSigned) return notSigned();
    if (!isReadable(request)) {
      return [415, { error: 'neither JSON nor a form', remedy: 'Choose application/json as content type.' }, close];
    }
    const address = readerAddress(request, trusted);
    const isSuspect = strikes.areTooMany(address);
    const most = isSuspect ? kept : largestHook;
    const outsize = isSuspect ? tooOften : tooLarge;
    if (Number(headers['content-length'] ?? 0) > most) return outsize();
    const body = await letBodyPass(request, seal.take, { most, kept, within });
    if (body.is === 'tooLarge') return outsize();
    if (body.is === 'tooSlow') return [408, { error: `the body took more than ${within / 1000} seconds` }, close];
    return seal.isRight() ? hear(request, body.kept) : refuse(address);
  };

  return async (request) => {
    const [status, body, more = {}] = await judge(request);
    const headers = { ...policies.other, 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...more };
    return { status, headers, body: Buffer.from(`${JSON.stringify(body)}\n`) };
  };
};
