/** Judges where a link of a body goes. */

/** Where a link goes, or why it goes nowhere. */
export type LinkVerdict =
  /** Inside the paper: an address with its fragment. */
  | { readonly goes: 'inside'; readonly address: string }
  /** To a place in the same body. */
  | { readonly goes: 'here'; readonly id: string }
  | { readonly goes: 'outside'; readonly href: string }
  /** Shown as text: a note. */
  | { readonly goes: 'nowhere'; readonly why: string; readonly fix: string }
  | { readonly goes: 'forbidden'; readonly why: string; readonly fix: string };

const allowed = 'Links go to https:, http:, mailto:, tel: or a path that begins with /.';

/** Entities and percent signs undone up to three times, control characters and blanks left out: as the slyest reader sees it. */
const bare = (href: string): string => {
  if (/^[\x21-\x24\x27-\x7e]*$/.test(href)) return href;
  let now = href;
  for (let round = 0; round < 3; round += 1) now = unescaped(now);
  return now.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g, '');
};

const entities: Readonly<Record<string, string>> = { colon: ':', tab: '', newline: '', amp: '&', sol: '/', bsol: '\\' };

const unescaped = (text: string): string =>
  text
    .replace(/%EF%BF%BD/gi, '')
    .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return point <= 0xffff ? String.fromCharCode(point) : '';
    })
    .replace(/&(colon|tab|newline|amp|sol|bsol);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '');

const whole = (href: string): URL | undefined => {
  try {
    return new URL(href);
  } catch {
    // Not a whole address (TypeError).
    return undefined;
  }
};

/**
 * Judges a link's address as the parser gives it (entities undone). `siteUrl` is the publication's own address: its links
 * written in full become addresses inside the paper.
 */
export const checkLink = (written: string, siteUrl?: string): LinkVerdict => {
  const href = written.trim();
  const seen = bare(href);
  if (seen === '') return { goes: 'nowhere', why: 'The link has no address.', fix: 'Write where it goes.' };
  if (/^[/\\]{2}/.test(seen)) {
    const fix = `Write:  https:${href.replace(/\\/g, '/')}`;
    return { goes: 'forbidden', why: `${short(href)} has no scheme.`, fix };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^[\w.-]+:\d+(?:$|\/)/.test(seen)) return withScheme(scheme, href, siteUrl);
  if (href.startsWith('#')) return { goes: 'here', id: decoded(href.slice(1)) };
  if (/^www\./i.test(href)) return withScheme('https', `https://${href}`, siteUrl);
  if (href.startsWith('/') && !href.includes('\\')) return { goes: 'inside', address: href };
  return { goes: 'nowhere', why: `${short(href)} does not begin with /.`, fix: nowhereFix(href) };
};

const withScheme = (scheme: string, href: string, siteUrl: string | undefined): LinkVerdict => {
  const isWritten = href.toLowerCase().startsWith(`${scheme}:`);
  if (isWritten && (scheme === 'mailto' || scheme === 'tel')) return { goes: 'outside', href };
  if (isWritten && (scheme === 'https' || scheme === 'http')) {
    const address = /^https?:\/\/[^/\\]/i.test(href) ? whole(href) : undefined;
    if (!address)
      return { goes: 'nowhere', why: `${short(href)} is no whole address.`, fix: 'Write it as the browser shows it.' };
    const own = siteUrl === undefined ? undefined : whole(siteUrl);
    if (own && address.host === own.host) {
      return { goes: 'inside', address: `${address.pathname}${address.search}${address.hash}` };
    }
    return { goes: 'outside', href };
  }
  return { goes: 'forbidden', why: `${short(href)} is a ${scheme}: address.`, fix: allowed };
};

const nowhereFix = (href: string): string => {
  if (/^\d{4}\/\d\d\/\d\d\//.test(href)) return `Write:  /${href}`;
  if (/\.(?:pdf|docx?|xlsx?|odt|ods|epub)$/i.test(href)) return `Write:  <Document src="${href}" />`;
  if (/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(href)) return `Write:  https://${href}`;
  return allowed;
};

/** A fragment as it names its place; what is no valid escape stays as it is. */
const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const short = (text: string): string => {
  const points = [...text.slice(0, 200)];
  return points.length > 60 ? `${points.slice(0, 60).join('')}…` : text;
};
