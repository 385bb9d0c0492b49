/** Reads the `Range` header of a request, by which players seek in sound and video (RFC 9110, 14.1). */

/** Which bytes to send: all, a part (`to` is the last one sent), or none because the part lies beyond the end. */
export type ByteRange =
  | { readonly send: 'all' }
  | { readonly send: 'part'; readonly from: number; readonly to: number }
  | { readonly send: 'none' };

/**
 * The part asked for of a file of `size` bytes. Several parts at once and anything malformed count as no `Range` at all, as
 * the RFC allows: then the whole file is sent.
 */
export const byteRangeOf = (header: string | null, size: number): ByteRange => {
  const [whole, first = '', last = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (whole === undefined || (first === '' && last === '')) return { send: 'all' };
  if (first === '') {
    const tail = Math.min(Number(last), size);
    return tail > 0 ? { send: 'part', from: size - tail, to: size - 1 } : { send: 'none' };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return { send: 'all' };
  if (from >= size) return { send: 'none' };
  return { send: 'part', from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
};
