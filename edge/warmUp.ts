/** Puts the pages that are asked for first into memory before the site says that it is ready. */
import { readAddress } from '#edge/address';
import type { Keeping } from '#edge/keeping';

/** Articles that the front names and that are made at the start. */
const articles = 20;
/** Milliseconds after which the site opens in any case. */
const longest = 2500;

const linksToArticles = /href="(\/\d{4}\/\d\d\/\d\d\/[^"?#]+)"/g;

/** Makes the front, the 404 page, the main feed and what the front links to. Failures are left to those who ask again. */
export const warmUp = async (keeping: Keeping): Promise<void> => {
  const until = performance.now() + longest;
  const make = async (path: string): Promise<Buffer | undefined> => {
    const asked = readAddress(path);
    if (!asked || performance.now() > until) return undefined;
    const outcome = await keeping.bring(asked.path, asked).catch(() => undefined);
    return outcome?.is === 'there' ? outcome.finished.body : undefined;
  };
  const late = new Promise<void>((open) => setTimeout(open, longest).unref());
  const all = async (): Promise<void> => {
    const front = (await make('/'))?.toString() ?? '';
    const named = [...front.matchAll(linksToArticles)].map(([, path = '/']) => path);
    for (const path of [...new Set(named)].slice(0, articles)) await make(path);
    for (const path of ['/sitemap.xml', '/robots.txt']) await make(path);
    // Its pictures may have to be made before their lengths are known: no reason to keep the door shut.
    void make('/feed.xml');
  };
  await Promise.race([all(), late]);
};
