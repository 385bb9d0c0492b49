/** Alone sends mail: through the server of `SMTP_URL`, or into files in the outbox where there is none. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Letter } from '#audience/letter';
import type { Moment } from '#model/moment';

/** What became of a letter. `where` names no reader. */
export type Delivery =
  | { readonly is: 'sent'; readonly where: string }
  /** The mail server will never take it for this address. */
  | { readonly is: 'refused' };

/** Sends one letter; rejects with `PostFault` where it may work later. */
export type Deliver = (letter: Letter, now: Moment) => Promise<Delivery>;

/** The mail server cannot be used now. Its message holds codes alone: what servers say repeats addresses. */
export class PostFault extends Error {}

/** Milliseconds after which a silent mail server counts as absent. */
const patience = 20_000;

type SmtpFault = { readonly code?: unknown; readonly responseCode?: unknown };

const codesOf = ({ code, responseCode }: SmtpFault): string =>
  [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'no reason';

// The mailer is loaded with the first letter: most processes send none.
const openSmtp = async (url: string) => {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

const openStream = async () => {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

/** Through a mail server. */
export const bySmtp = (url: string): Deliver => {
  let opened: ReturnType<typeof openSmtp> | undefined;
  return async (letter) => {
    const transport = await (opened ??= openSmtp(url));
    try {
      await transport.sendMail({ ...letter, headers: { ...letter.headers } });
      return { is: 'sent', where: 'the mail server' };
    } catch (fault) {
      const smtp = fault as SmtpFault;
      // RFC 5321, 4.2.1: a 5 at the front will not change. On other steps than the envelope the fault is our own.
      if (smtp.code === 'EENVELOPE' && Number(smtp.responseCode) >= 500) return { is: 'refused' };
      throw new PostFault(codesOf(smtp));
    }
  };
};

/** Into files that every mail program opens. They hold addresses and links, so this user alone may read them. */
export const byOutbox = (dataDir: string): Deliver => {
  const folder = join(dataDir, 'outbox');
  let opened: ReturnType<typeof openStream> | undefined;
  return async (letter, now) => {
    const transport = await (opened ??= openStream());
    const { message } = await transport.sendMail({ ...letter, headers: { ...letter.headers }, date: new Date(now) });
    const name = `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
    const file = join(folder, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.part`, message as Buffer, { mode: 0o600, flush: true });
    renameSync(`${file}.part`, file);
    return { is: 'sent', where: file };
  };
};
