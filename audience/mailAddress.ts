/** Reads an e-mail address that somebody typed: what can be written to, and nothing that could become a second header. */
import { domainToASCII } from 'node:url';

/** An address that can be written to. */
export type MailAddress = {
  /** With the domain in small ASCII letters (IDNA); the part before the @ as it was typed. */
  readonly address: string;
  /** The same in small letters throughout: what tells one reader from another. */
  readonly mailbox: string;
};

/** RFC 5321, 4.5.3.1: bytes of a path without its angle brackets, and of what stands before the @. */
const longestAddress = 254;
const longestLocal = 64;

// RFC 5322's dot-atom with the letters of every script (RFC 6531); quoted forms exist on paper only and hide anything.
const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
// Checked before it is converted: the converter would decode escapes and read numbers as network addresses.
const typedDomain = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** The address in its one form, or `undefined`. Blanks around it are a slip of the keyboard; line ends are not. */
export const checkMailAddress = (typed: string): MailAddress | undefined => {
  const text = typed.replace(/^ +| +$/g, '').normalize('NFC');
  const at = text.lastIndexOf('@');
  const before = text.slice(0, Math.max(0, at));
  const after = text.slice(at + 1);
  if (text.length > longestAddress || !local.test(before) || !typedDomain.test(after)) return undefined;
  if (Buffer.byteLength(before) > longestLocal || /\.\d+$/.test(after)) return undefined;
  const domain = domainToASCII(after).toLowerCase();
  const address = `${before}@${domain}`;
  if (!asciiDomain.test(domain) || Buffer.byteLength(address) > longestAddress) return undefined;
  return { address, mailbox: address.toLowerCase() };
};
