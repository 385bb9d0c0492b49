/** The publication itself as structured data, with the promises its about pages make, and its site. */
import type { NewsMediaOrganization, WebSite } from 'schema-dts';
import type { AboutPage } from '#model/people';
import { absolute, type Paper } from '#syndication/paper';

const logoSize = '512';

const identity = (paper: Paper) =>
  ({
    '@type': 'NewsMediaOrganization',
    '@id': absolute(paper, '/#publisher'),
    name: paper.site.name,
    url: absolute(paper, '/'),
    logo: { '@type': 'ImageObject', url: absolute(paper, '/icon-512.png'), width: logoSize, height: logoSize },
  }) as const satisfies NewsMediaOrganization;

/** The publication as the publisher of its pieces. */
export const publisherOf = (paper: Paper): NewsMediaOrganization => identity(paper);

/**
 * Which about pages back which promise (https://schema.org/NewsMediaOrganization), the first that exists; a promise without
 * a page is not made.
 */
const backedBy = {
  publishingPrinciples: ['publishing-principles', 'principles', 'ethics'],
  ethicsPolicy: ['ethics', 'ethics-policy'],
  correctionsPolicy: ['corrections-policy', 'corrections'],
  masthead: ['masthead', 'staff', 'team'],
  ownershipFundingInfo: ['ownership', 'funding'],
  actionableFeedbackPolicy: ['feedback', 'contact'],
  verificationFactCheckingPolicy: ['fact-checking', 'verification'],
  unnamedSourcesPolicy: ['unnamed-sources', 'sources'],
  diversityPolicy: ['diversity', 'diversity-policy'],
  diversityStaffingReport: ['diversity-staffing', 'diversity-report'],
  missionCoveragePrioritiesPolicy: ['mission', 'coverage'],
  noBylinesPolicy: ['no-bylines', 'bylines'],
} as const satisfies Partial<Record<keyof Exclude<NewsMediaOrganization, string>, readonly string[]>>;

const promises = (paper: Paper, pages: readonly Pick<AboutPage, 'slug'>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(backedBy).flatMap(([promise, slugs]) => {
      const slug = slugs.find((name) => pages.some((page) => page.slug === name));
      return slug === undefined ? [] : [[promise, absolute(paper, `/about/${slug}`)]];
    }),
  );

/** Everything the publication says of itself; `pages` are the about pages that exist. */
export const organizationFor = (
  paper: Paper,
  pages: readonly Pick<AboutPage, 'slug'>[],
): NewsMediaOrganization & { '@context': string } => ({
  '@context': 'https://schema.org',
  ...identity(paper),
  description: paper.site.description,
  slogan: paper.site.motto,
  foundingDate: String(paper.site.since.year),
  foundingLocation: { '@type': 'Place', name: paper.site.since.place },
  contactPoint: { '@type': 'ContactPoint', contactType: 'newsroom', email: paper.site.mail.editor },
  ...(paper.site.profiles.length > 0 && { sameAs: [...paper.site.profiles] }),
  ...promises(paper, pages),
});

/** The site, for the name that search engines print above a link. */
export const webSiteFor = (paper: Paper): WebSite & { '@context': string } => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  '@id': absolute(paper, '/#website'),
  url: absolute(paper, '/'),
  name: paper.site.name,
  description: paper.site.description,
  inLanguage: paper.site.locale,
  publisher: { '@id': absolute(paper, '/#publisher') },
});
