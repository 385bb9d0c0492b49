/** Under which type a newsroom's file is sent: a list of harmless ones; all else is offered for saving and never opened. */

/** Types that browsers play or show, as they are sent. No markup is among them: HTML and SVG would run as our own pages. */
const shown: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'audio/wav': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/flac': 'audio/flac',
  'audio/webm': 'audio/webm',
  'video/mp4': 'video/mp4',
  'video/webm': 'video/webm',
  'video/ogg': 'video/ogg',
  'text/vtt': 'text/vtt; charset=utf-8',
  'text/plain': 'text/plain; charset=utf-8',
  'application/pdf': 'application/pdf',
};

/** Types that are named truly but saved rather than opened. */
const saved: Readonly<Record<string, string>> = {
  'text/csv': 'text/csv; charset=utf-8',
  'application/zip': 'application/zip',
};

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Type` and `Content-Disposition` (RFC 6266) for a file of this type and name. */
export const servedTypeFor = (mime: string, name: string): { readonly type: string; readonly disposition: string } => {
  const essence = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  const opened = Object.hasOwn(shown, essence) ? shown[essence] : undefined;
  const type = opened ?? (Object.hasOwn(saved, essence) ? saved[essence] : undefined) ?? 'application/octet-stream';
  const plainName = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._ -]/g, '_');
  const names = `filename="${plainName}"; filename*=UTF-8''${encoded(name)}`;
  return { type, disposition: `${opened ? 'inline' : 'attachment'}; ${names}` };
};
