/** Reads a form as a browser sends it, and no more of it than a form of ours can hold. */
import type { Result } from '#model/result';

/** Fields of a form. */
export type PostedForm = {
  /** The value of a field that stands once; empty where it is missing or stands several times. */
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
};

/** Status with which a form is refused that cannot be read. */
export type FormRefusal = 400 | 413 | 415;

/** Bytes of a form at most: an address, a few ticks and a token are below two thousand. */
export const largestForm = 16_384;

/** Fields of a form at most. */
const mostFields = 100;

const fieldsOf = (entries: Iterable<readonly [string, string]>): PostedForm => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of entries) fields.set(name, [...(fields.get(name) ?? []), value]);
  return {
    all: (name) => fields.get(name) ?? [],
    one: (name) => {
      const [value = '', ...more] = fields.get(name) ?? [];
      return more.length === 0 ? value : '';
    },
  };
};

/** The body, or `undefined` as soon as it is longer than a form may be. */
const readBody = async (body: ReadableStream<Uint8Array>): Promise<Buffer | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    length += value.length;
    if (length > largestForm) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
};

/** Throws for bytes that are no UTF-8. */
const urlEncoded = (body: Buffer): readonly (readonly [string, string])[] => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  // `URLSearchParams` puts a sign of its own for escapes that are no UTF-8; `decodeURIComponent` refuses them.
  decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
  return [...new URLSearchParams(text)];
};

/** Throws for parts that are broken and for files. */
const multipart = async (body: Buffer, type: string): Promise<readonly (readonly [string, string])[]> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') throw new TypeError('a file in a form that has none');
    return [name, value] as const;
  });
};

/** Reads the form of a request. */
export const readPostedForm = async (request: Request): Promise<Result<PostedForm, FormRefusal>> => {
  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';', 1)[0]?.trim().toLowerCase();
  if (kind !== 'application/x-www-form-urlencoded' && kind !== 'multipart/form-data') return { ok: false, fault: 415 };
  if (Number(request.headers.get('content-length') ?? 0) > largestForm) return { ok: false, fault: 413 };
  try {
    const body = request.body ? await readBody(request.body) : Buffer.alloc(0);
    if (body === undefined) return { ok: false, fault: 413 };
    const entries = kind === 'multipart/form-data' ? await multipart(body, type) : urlEncoded(body);
    return entries.length > mostFields ? { ok: false, fault: 400 } : { ok: true, value: fieldsOf(entries) };
  } catch {
    return { ok: false, fault: 400 };
  }
};
