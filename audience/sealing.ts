/** Sealed words: what a page must say again after a redirect, without standing readable in its address. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

const keyOf = (secret: string): Buffer => createHash('sha256').update(`standfirst:sealing:${secret}`).digest();

/** Closes words so that only this site can read them (AES-256-GCM). */
export const seal = (secret: string, words: string): string => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const closed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, closed, cipher.getAuthTag()]).toString('base64url');
};

/** The words again; `undefined` for what this site did not seal. */
export const unseal = (secret: string, sealed: string): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64url');
  if (sealed.length > 2000 || bytes.length < nonceLength + tagLength) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, nonceLength));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    const open = decipher.update(bytes.subarray(nonceLength, -tagLength));
    return Buffer.concat([open, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};
