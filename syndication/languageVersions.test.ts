import { expect, test } from 'vitest';
import { languagesFor, versionFacts } from '#syndication/languageVersions';
import { metadataForArticle } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import { testArticle, testNow, testPaper } from '#syndication/forTests';

const original = testArticle({ address: '/2026/10/15/bridge' });
const daraja = testArticle({ address: '/2026/10/15/daraja', lang: 'sw', translationOf: original.address });
const jisr = testArticle({ address: '/2026/10/15/jisr', lang: 'ar', translationOf: original.address });
const versions = [original, daraja, jisr];
const { siteUrl } = testPaper;

test('H6 every version names all, itself included, and the original for everybody else', () => {
  const languages = {
    'en-KE': `${siteUrl}/2026/10/15/bridge`,
    sw: `${siteUrl}/2026/10/15/daraja`,
    ar: `${siteUrl}/2026/10/15/jisr`,
    'x-default': `${siteUrl}/2026/10/15/bridge`,
  };
  for (const version of versions)
    expect(metadataForArticle(testPaper, version, { translations: versions }).alternates?.languages).toEqual(languages);
});

test('a piece in one language names none', () => {
  expect(languagesFor(testPaper, original, [original])).toBeUndefined();
  expect(metadataForArticle(testPaper, original).alternates).not.toHaveProperty('languages');
});

test('a second piece in a language, and one that is canonical elsewhere, are no version of the first', () => {
  const again = { ...daraja, address: '/2026/10/15/daraja-tena' };
  expect(languagesFor(testPaper, again, [...versions, again])).toBeUndefined();
  expect(Object.values(languagesFor(testPaper, original, [...versions, again]) ?? {})).not.toContain(
    `${siteUrl}${again.address}`,
  );
  const foreign = { ...jisr, origin: { name: 'The Star', url: 'https://star.example/jisr' } };
  expect(languagesFor(testPaper, original, [original, foreign])).toBeUndefined();
});

test('structured data names the translations of the original, and of a translation what it translates', () => {
  expect(newsArticleFor(testPaper, original, { translations: versions, now: testNow })).toMatchObject({
    workTranslation: [{ '@id': `${siteUrl}/2026/10/15/daraja` }, { '@id': `${siteUrl}/2026/10/15/jisr` }],
  });
  expect(newsArticleFor(testPaper, jisr, { translations: versions, now: testNow })).toMatchObject({
    translationOfWork: { '@id': `${siteUrl}/2026/10/15/bridge` },
  });
});

test('an original that the public may not see is named by no translation', () => {
  const node = newsArticleFor(testPaper, jisr, { translations: [daraja, jisr], now: testNow });
  expect(JSON.stringify(node)).not.toContain('2026/10/15/bridge');
  expect(JSON.stringify(newsArticleFor(testPaper, jisr, { now: testNow }))).not.toContain('2026/10/15/bridge');
  expect(versionFacts(testPaper, jisr, [daraja, jisr])).toEqual({});
});
