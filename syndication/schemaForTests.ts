/** Validates sitemaps in tests: against the schema that sitemaps.org publishes, and against what Google documents of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const own = join(import.meta.dirname, 'sitemapSchemas');
const published = join(dirname(createRequire(import.meta.url).resolve('sitemap/package.json')), 'schema');

const file = (folder: string, fileName: string) => ({
  fileName,
  contents: readFileSync(join(folder, fileName), 'utf8'),
});

const index = file(own, 'index.xsd');
const all = file(own, 'all.xsd');
const parts = [
  file(published, 'sitemap.xsd'),
  ...['image.xsd', 'news.xsd', 'video.xsd'].map((name) => file(own, name)),
];

/** What is wrong with a sitemap or an index of sitemaps; nothing where it is valid. */
export const faultsOfSitemap = async (xml: string): Promise<readonly string[]> => {
  const isIndex = xml.includes('<sitemapindex');
  const { errors } = await validateXML({
    xml: { fileName: 'sitemap.xml', contents: xml },
    schema: [isIndex ? index : all],
    preload: isIndex ? [] : parts,
    // Pages of 64 kB: a file of 50 MB fits.
    initialMemoryPages: 256,
    maxMemoryPages: 16_384,
  });
  return errors.map(({ message }) => message);
};
