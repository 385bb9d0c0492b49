/** Holds sitemaps against the schema that sitemaps.org publishes and against what Google documents of its extensions. */
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** A sitemap or an index as it came. */
export type SitemapText = { readonly address: string; readonly text: string };

const file = (folder: string, fileName: string) => ({
  fileName,
  contents: readFileSync(`${folder}/${fileName}`, 'utf8'),
});

const own = 'syndication/sitemapSchemas';
const index = file(own, 'index.xsd');
const all = file(own, 'all.xsd');
const parts = [
  file('node_modules/sitemap/schema', 'sitemap.xsd'),
  ...['image.xsd', 'news.xsd', 'video.xsd'].map((name) => file(own, name)),
];

const faultsBy = async (isIndex: boolean, texts: readonly SitemapText[]): Promise<readonly string[]> => {
  if (texts.length === 0) return [];
  const { errors } = await validateXML({
    xml: texts.map(({ text }, nth) => ({ fileName: `${nth}.xml`, contents: text })),
    schema: [isIndex ? index : all],
    preload: isIndex ? [] : parts,
    // Pages of 64 kB: all sitemaps of a newsroom at once.
    initialMemoryPages: 1024,
    maxMemoryPages: 16_384,
  });
  return errors.map(({ message, loc }) => {
    const nth = Number(loc?.fileName.replace('.xml', ''));
    return `${texts[nth]?.address ?? 'a sitemap'}: ${message}`;
  });
};

/** What is wrong with sitemaps; nothing where all are valid. */
export const faultsOfSitemaps = async (texts: readonly SitemapText[]): Promise<readonly string[]> => {
  const isIndex = ({ text }: SitemapText): boolean => text.includes('<sitemapindex');
  return [
    ...(await faultsBy(true, texts.filter(isIndex))),
    ...(await faultsBy(
      false,
      texts.filter((text) => !isIndex(text)),
    )),
  ];
};
