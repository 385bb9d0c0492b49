/**
 * For tests: the grade that MDN's HTTP Observatory gives to an answer. Rules and numbers are those of its published scoring
 * (github.com/mdn/mdn-http-observatory: `src/analyzer/tests/`, `src/grader/charts.js`, read in November 2026).
 */

/** One answer as the scanner sees it. Redirects from http to https are made by the proxy that ends TLS, so they are told. */
export type Scanned = {
  /** Address it was asked at. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly html: string;
  /** Whether the same address leads from http to https on the same host. */
  readonly redirectsToHttps: boolean;
};

/** Each rule with what it takes or gives; the score; the grade in letters. */
export type Observed = {
  readonly modifiers: Readonly<Record<string, number>>;
  readonly score: number;
  readonly grade: string;
};

const broad = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const inline = ["'unsafe-inline'", 'data:'];

type Directives = ReadonlyMap<string, readonly string[]>;

/** Directives of a policy; `undefined` where one stands twice, which the scanner calls invalid. */
const directivesOf = (policy: string): Directives | undefined => {
  const found = new Map<string, readonly string[]>();
  for (const part of policy.toLowerCase().split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (!name) continue;
    if (found.has(name)) return undefined;
    found.set(name, values.length === 0 && name.endsWith('-src') ? ["'none'"] : values);
  }
  return found;
};

const has = (sources: readonly string[], ...bad: readonly string[]): boolean =>
  sources.some((source) => bad.includes(source));
const isPlain = (sources: readonly string[]): boolean => sources.some((source) => /^(?:http|ftp):/.test(source));

const scoreOfCsp = (policy: string | undefined, secure: boolean): number => {
  const csp = policy === undefined ? undefined : directivesOf(policy);
  if (!csp || csp.size === 0) return -25;
  const of = (name: string): readonly string[] => csp.get(name) ?? csp.get('default-src') ?? ['*'];
  const passive = ['img-src', 'media-src'];
  const active = [...csp].filter(([name]) => !passive.includes(name)).flatMap(([, sources]) => sources);
  if (has(of('script-src'), "'strict-dynamic'")) return -25;
  if (has(of('script-src'), ...broad, ...inline) || has(of('object-src'), ...broad)) return -20;
  if (secure && isPlain(active)) return -20;
  if (has([...of('script-src'), ...of('style-src')], "'unsafe-eval'")) return -10;
  if (secure && isPlain(passive.flatMap(of))) return -10;
  if (has(of('style-src'), ...broad, ...inline)) return 0;
  return csp.get('default-src')?.join() === "'none'" ? 10 : 5;
};

const privateReferrers = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const unsafeReferrers = ['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'];

/** The last policy that is known counts. */
const scoreOfReferrer = (header: string | undefined): number => {
  if (header === undefined) return 0;
  const known = header
    .toLowerCase()
    .split(',')
    .map((policy) => policy.trim())
    .findLast((policy) => privateReferrers.includes(policy) || unsafeReferrers.includes(policy));
  return known !== undefined && privateReferrers.includes(known) ? 5 : -5;
};

const sixMonths = 15_768_000;

const scoreOfHsts = (header: string | undefined, secure: boolean): number => {
  const age = secure ? /^(?:.*;)?\s*max-age="?(\d+)"?\s*(?:;|$)/i.exec(header ?? '')?.[1] : undefined;
  if (age === undefined) return -20;
  return Number(age) < sixMonths ? -10 : 0;
};

const scoreOfScripts = (html: string, { host, protocol }: URL): number => {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const sources = scripts.flatMap((attributes) => {
    const src = /\ssrc="([^"]+)"/.exec(attributes)?.[1];
    return src === undefined ? [] : [{ src, named: /\sintegrity="[^"]+"/.test(attributes) }];
  });
  const foreign = sources.filter(({ src }) => /^(?:https?:)?\/\//.test(src) && !src.startsWith(`https://${host}/`));
  if (foreign.length > 0) {
    const plain = foreign.some(({ src }) => !src.startsWith('https:'));
    const named = foreign.every((script) => script.named);
    if (plain) return named ? -20 : -50;
    return named ? 5 : -5;
  }
  return protocol === 'https:' && sources.some(({ named }) => named) ? 5 : 0;
};

const scoreOfFraming = (policy: string | undefined, header: string | undefined): number => {
  const ancestors = directivesOf(policy ?? '')?.get('frame-ancestors');
  if (ancestors && !has(ancestors, ...broad)) return 5;
  return /^(?:deny|sameorigin|allow-from )/i.test(header ?? '') ? 0 : -20;
};

const scoreOfResource = (header: string | undefined): number => {
  switch (header?.toLowerCase()) {
    case 'same-origin':
    case 'same-site':
      return 10;
    case 'cross-origin':
    case undefined:
      return 0;
    default:
      return -5;
  }
};

/** Worst cookie counts; a name that sounds like a session's must be hidden from scripts. */
const scoreOfCookies = (cookies: readonly string[], hsts: boolean): number => {
  if (cookies.length === 0) return 0;
  const scores = cookies.map((cookie) => {
    const session = /^[^=]*(?:login|sess)/i.test(cookie);
    const [secure, hidden] = [/;\s*secure/i.test(cookie), /;\s*httponly/i.test(cookie)];
    if (session && !hidden) return -30;
    if (!secure) return (session ? 2 : 1) * (hsts ? -5 : -20);
    return /;\s*samesite=(?:strict|lax)/i.test(cookie) ? 5 : /;\s*samesite/i.test(cookie) ? -20 : 0;
  });
  return Math.min(...scores);
};

const grades: readonly (readonly [from: number, grade: string])[] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
];

/** From this score without any bonus on, bonuses count. */
const bonusFrom = 90;

/** Computes modifiers, score and grade. */
export const observe = ({ url, headers, html, redirectsToHttps }: Scanned): Observed => {
  const address = new URL(url);
  const secure = address.protocol === 'https:';
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : value?.join(', ');
  };
  const cookies = headers['set-cookie'] ?? [];
  const csp = one('content-security-policy');
  const hsts = scoreOfHsts(one('strict-transport-security'), secure);
  const modifiers = {
    'content-security-policy': scoreOfCsp(csp, secure),
    cookies: scoreOfCookies(typeof cookies === 'string' ? [cookies] : cookies, hsts === 0),
    'cross-origin-resource-sharing': one('access-control-allow-credentials') === 'true' ? -50 : 0,
    'cross-origin-resource-policy': scoreOfResource(one('cross-origin-resource-policy')),
    redirection: redirectsToHttps ? 0 : -20,
    'referrer-policy': scoreOfReferrer(one('referrer-policy')),
    'strict-transport-security': hsts,
    'subresource-integrity': scoreOfScripts(html, address),
    'x-content-type-options': one('x-content-type-options')?.toLowerCase() === 'nosniff' ? 0 : -5,
    'x-frame-options': scoreOfFraming(csp, one('x-frame-options')),
  };
  const all = Object.values(modifiers);
  const plain = all.filter((modifier) => modifier < 0).reduce((sum, modifier) => sum + modifier, 100);
  const bonus = all.filter((modifier) => modifier > 0).reduce((sum, modifier) => sum + modifier, 0);
  const score = Math.max(0, plain >= bonusFrom ? plain + bonus : plain);
  return { modifiers, score, grade: grades.find(([from]) => score >= from)?.[1] ?? 'F' };
};
