/** `/robots.txt` (RFC 9309) from the policy: one group for each known crawler, and what may be done with what is read. */
import type { Address } from '#model/article';
import { crawlers, type Crawler, type CrawlerPurpose } from '#model/crawlers';
import { contentSignal, contentUsage, standingFor, usesOf, type MachinePolicy } from '#model/machinePolicy';
import { absolute, type Paper } from '#syndication/paper';

/** Address of the licence document. */
export const licenceAddress: Address = '/license.xml';

/** Forms and the pages between them: nothing to list and nothing to learn. */
const kept = ['Disallow: /api/', 'Disallow: /newsletter/'];

const purposeWords = {
  search: 'search engine',
  'ai-search': 'index behind AI answers',
  'ai-answer': 'AI answers on demand',
  'ai-train': 'training of models',
} as const satisfies Record<CrawlerPurpose, string>;

const preferences = (policy: MachinePolicy): string[] => [
  `Content-Signal: ${contentSignal(policy)}`,
  `Content-Usage: ${contentUsage(policy)}`,
];

/** What a crawler that comes in may read. Google asks that its news crawler be kept from nothing. */
const open = ({ name }: Pick<Crawler, 'name'>): string[] =>
  name === 'Googlebot-News' ? ['Allow: /'] : ['Allow: /', ...kept];

const groupFor = (policy: MachinePolicy, crawler: Crawler): string[] => {
  const head = [
    `# ${crawler.operator}: ${crawler.purposes.map((purpose) => purposeWords[purpose]).join(', ')}`,
    `User-agent: ${crawler.name}`,
  ];
  switch (standingFor(policy, crawler)) {
    case 'allowed':
      return [...head, ...preferences(policy), ...open(crawler)];
    case 'refused':
      return [...head, 'Disallow: /'];
    case 'agreed':
      return [...head, '# What it may do is agreed with its operator.', ...open(crawler)];
  }
};

/** Crawlers that the policy names and the list does not know; what they read for is nobody's guess. */
const unlisted = (policy: MachinePolicy): Crawler[] =>
  Object.keys(policy.crawlers)
    .filter((name) => !crawlers.some((known) => known.name.toLowerCase() === name.toLowerCase()))
    .map((name) => ({ name, operator: 'Named by the paper', purposes: [] }));

/** The group of all others: shut only where nothing at all is allowed. */
const everyoneElse = (policy: MachinePolicy): string[] => {
  const some = Object.values(usesOf(policy)).some(Boolean);
  return [
    '# Everyone else',
    'User-agent: *',
    ...preferences(policy),
    ...(some ? open({ name: '*' }) : ['Disallow: /']),
  ];
};

/** The file. `sitemaps`: addresses of all sitemaps or of their indexes. */
export const robotsTxt = (paper: Paper, sitemaps: readonly Address[]): string => {
  const policy = paper.site.machines;
  const groups = [...crawlers, ...unlisted(policy)].map((crawler) => groupFor(policy, crawler));
  return [
    [
      '# What machines may do here. search: lists with links and short excerpts; ai-input: AI answers; ai-train: training.',
    ],
    [`License: ${absolute(paper, licenceAddress)}`],
    everyoneElse(policy),
    ...groups,
    sitemaps.map((address) => `Sitemap: ${absolute(paper, address)}`),
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
};
