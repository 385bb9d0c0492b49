/** Tells what a file is from its first bytes; its name counts for nothing. */

/** Formats in which the newsroom may hand in a picture. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif';

/** What the first bytes say: a format that is shown, or what it is instead, in words. */
export type PictureKind = { readonly format: PictureFormat } | { readonly other: string };

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Brands of ISO base media files, from the major to the last compatible one: https://mp4ra.org/registered-types/brands */
const brandsOf = (bytes: Uint8Array): readonly string[] => {
  const end = Math.min(Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0), bytes.length, 256);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
};

const textKind = (bytes: Uint8Array): string | undefined => {
  const text = Buffer.from(bytes.subarray(0, 1024))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<\?xml[^]*?)?(<!--[^]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/.test(text)) return 'an SVG drawing';
  if (text.startsWith('<')) return 'a web page or other markup';
  return text.startsWith('version https://git-lfs') ? 'a pointer of Git LFS, not the picture itself' : undefined;
};

const otherKind = (bytes: Uint8Array): string => {
  if (ascii(bytes, 0, 4) === 'GIF8') return 'a GIF';
  if (ascii(bytes, 0, 2) === 'BM') return 'a BMP';
  if (starts(bytes, 0x49, 0x49, 0x2a, 0x00) || starts(bytes, 0x4d, 0x4d, 0x00, 0x2a))
    return 'a TIFF or camera raw file';
  if (starts(bytes, 0xff, 0x0a) || ascii(bytes, 4, 8) === 'JXL ') return 'a JPEG XL';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'a PDF';
  return textKind(bytes) ?? 'no picture';
};

/** Reads the signature at the beginning of a file. */
export const pictureKindOf = (bytes: Uint8Array): PictureKind => {
  if (bytes.length === 0) return { other: 'empty' };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { format: 'jpeg' };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { format: 'png' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { format: 'webp' };
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brands = brandsOf(bytes);
    if (brands.includes('avif')) return { format: 'avif' };
    return { other: brands.some((brand) => /^(hei|hev|mif1)/.test(brand)) ? 'a HEIC photo of a phone' : 'a video' };
  }
  return { other: otherKind(bytes) };
};
