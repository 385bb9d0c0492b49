/** Webhooks that come as forms, with their JSON in the field `payload`. */
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a body is a form. */
export const isForm = (headers: IncomingHttpHeaders): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers['content-type'] ?? '');

/**
 * The bytes of a field's value as they were before the form was written; takes parts that may end inside an escape. One that
 * is no escape at the very end is dropped: no git host writes one.
 */
const unescaping = (): ((part: Buffer) => Buffer) => {
  let open = '';
  return (part) => {
    const written = open + part.toString('latin1');
    open = /%[0-9a-f]?$/i.exec(written)?.[0] ?? '';
    const whole = written.slice(0, written.length - open.length).replaceAll('+', ' ');
    const bytes = whole.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
    return Buffer.from(bytes, 'latin1');
  };
};

/** Takes a form part by part, and hands on what the first field `payload` holds. */
export const payloadPasser = (handOn: (part: Buffer) => void): ((part: Buffer) => void) => {
  let at: 'name' | 'payload' | 'other value' | 'behind' = 'name';
  let name = '';
  const unescape = unescaping();

  /** Takes what belongs to the present name or value; answers how many bytes that were. */
  const takeNext = (rest: Buffer): number => {
    const end = rest.indexOf(at === 'name' ? '=' : '&');
    const own = end === -1 ? rest : rest.subarray(0, end);
    if (at === 'name') name += own.toString('latin1');
    if (at === 'payload') handOn(unescape(own));
    if (end === -1) return rest.length;
    if (at === 'name') at = name === 'payload' ? 'payload' : 'other value';
    else {
      at = at === 'payload' ? 'behind' : 'name';
      name = '';
    }
    return end + 1;
  };

  return (part) => {
    for (let rest = part; rest.length > 0 && at !== 'behind';) rest = rest.subarray(takeNext(rest));
  };
};
