/** Reads what came: text in its charset, pictures, sitemaps packed or not. */
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { Asked } from '#newsroom/siteCheck/ask';
import type { Picture, Sitemap } from '#newsroom/siteRules/crawledSite';
import { readSitemap } from '#newsroom/siteRules/sitemapDocument';

/** Bytes of a sitemap that are read, before and after it is unpacked: more than the 50 MB that a sitemap may have. */
export const mostOfSitemap = 60 * 1024 * 1024;

/** Text of a body, with a fault where it is not what it says. */
export const decoded = (body: Buffer, type: string): { text: string; fault?: string } => {
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(body) };
  } catch {
    return { text: new TextDecoder().decode(body), fault: `the text is not ${charset}, as it is declared` };
  }
};

/** A picture as its bytes are. */
export const pictureOf = async ({ answer, body }: Asked): Promise<Picture> => {
  try {
    const { format, width, height, compression } = await sharp(body).metadata();
    const name = format === 'heif' && compression === 'av1' ? 'avif' : format;
    return { answer, type: name === 'svg' ? 'image/svg+xml' : `image/${name}`, width, height };
  } catch {
    // Not a picture: rules say so.
    return { answer };
  }
};

/** A sitemap as its text is, with the bytes that it has unpacked. */
export const sitemapOf = ({ answer, body }: Asked): Sitemap => {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  let fault: string | undefined;
  let text = '';
  try {
    ({ text } = decoded(isPacked ? gunzipSync(body, { maxOutputLength: mostOfSitemap }) : body, ''));
  } catch (error) {
    fault = `it cannot be unpacked: ${error instanceof Error ? error.message : error}`;
  }
  const read = readSitemap(text);
  const facts = fault === undefined ? read : { ...read, fault };
  return { address: answer.asked, answer: { ...answer, bytes: Buffer.byteLength(text) }, facts };
};
