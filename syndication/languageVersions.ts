/** A piece in several languages, as search engines are told of it: in the head and in structured data. */
import type { PublishedArticle } from '#model/article';
import { absolute, type Paper } from '#syndication/paper';

type Version = Pick<PublishedArticle, 'address' | 'lang' | 'origin' | 'translationOf'>;

/**
 * The `hreflang` links of one version: one for each language, itself included, and `x-default` for the original. Every
 * version gets the same (https://developers.google.com/search/docs/specialty/international/localized-versions). None where
 * there is one language only, and none for what another paper printed first, since that is canonical there.
 */
export const languagesFor = (
  paper: Paper,
  current: Version,
  versions: readonly Version[],
): Readonly<Record<string, string>> | undefined => {
  const byLanguage = new Map<string, Version>();
  for (const version of versions) {
    const lang = version.lang ?? paper.site.locale;
    if (!version.origin && !byLanguage.has(lang)) byLanguage.set(lang, version);
  }
  const [first] = byLanguage.values();
  const isNamed = [...byLanguage.values()].some(({ address }) => address === current.address);
  if (!first || byLanguage.size < 2 || !isNamed) return undefined;
  return {
    ...Object.fromEntries([...byLanguage].map(([lang, { address }]) => [lang, absolute(paper, address)])),
    'x-default': absolute(paper, first.address),
  };
};

/** What structured data says of the other versions; nothing of an original that the public may not see. */
export const versionFacts = (paper: Paper, current: Version, versions: readonly Version[]): object => {
  const [original, ...translations] = versions;
  if (!original || original.translationOf !== undefined || translations.length === 0) return {};
  const named = ({ address }: Version) => ({ '@id': absolute(paper, address) });
  return current.address === original.address
    ? { workTranslation: translations.map(named) }
    : { translationOfWork: named(original) };
};
