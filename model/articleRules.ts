/** The rules that hold between the fields of one article. Pure: places and files are the reader's business. */
import type { ArticleDocument } from '#model/documents';
import type { Moment } from '#model/moment';
import { paperOwns, plainOldAddress } from '#model/oldAddress';
import { wallClockText } from '#model/wallClock';

/** What a rule says: about which field, and what to do. `severe` ones keep the file from being published. */
export type RuleFinding = {
  readonly field: string;
  readonly severe: boolean;
  readonly message: string;
  readonly fix: string;
};

/** An article's typed front matter as far as it could be read; every moment is ISO 8601 with an offset. */
export type PartialArticle = Partial<ArticleDocument>;

/** Where the article stands. */
export type ArticlePlace = {
  readonly address: string;
  /** Its folder's day: `2026-10-15`. */
  readonly day: string;
  readonly slug: string;
  readonly timeZone: string;
  /** Fields that stand in the file and could not be read: they are wrong, not missing. */
  readonly unread: ReadonlySet<string>;
};

type Rule = (article: PartialArticle, place: ArticlePlace) => readonly RuleFinding[];

const momentOf = (iso: string | undefined): Moment | undefined => (iso === undefined ? undefined : Date.parse(iso));

/** Code points, as lengths are counted. */
const lengthOf = (text: string): number => [...text].length;

/** Two moments on the wall clock, shortened where they are of one day: "05:30 < 06:00". */
const compared = (earlier: Moment, later: Moment, timeZone: string, sign: string): string => {
  const [a, b] = [wallClockText(earlier, timeZone), wallClockText(later, timeZone)];
  return a.slice(0, 10) === b.slice(0, 10) ? `${a.slice(11)} ${sign} ${b.slice(11)}` : `${a} ${sign} ${b}`;
};

const problem = (field: string, message: string, fix: string): RuleFinding => ({ field, severe: true, message, fix });
const note = (field: string, message: string, fix: string): RuleFinding => ({ field, severe: false, message, fix });

const kindOf = (article: PartialArticle) => article.kind ?? 'news';

/** Longest headline without a note, in code points. */
const longestHeadline = 110;
/** Lengths of a standfirst without a note, in code points. */
const standfirstLengths = { least: 40, most: 250 };

const headlineRule: Rule = ({ headline }) => {
  const length = lengthOf(headline ?? '');
  if (length <= longestHeadline) return [];
  return [note('headline', `has ${length} characters; above ${longestHeadline} search engines cut it.`, 'Shorten it.')];
};

/** What `npm run new` writes where the standfirst is to come: for drafts, not for readers. */
export const unwrittenStandfirst =
  'Still to be written, in a sentence or two that say what happened and why it matters to readers.';

const standfirstRule: Rule = (article, { unread }) => {
  const { standfirst } = article;
  const { least, most } = standfirstLengths;
  if (standfirst === unwrittenStandfirst && article.draft !== true)
    return [
      problem('standfirst', 'is still to be written.', 'Write a sentence or two, or keep  draft: true  until then.'),
    ];
  if (standfirst === undefined) {
    if (unread.has('standfirst')) return [];
    const short = kindOf(article) === 'brief' || kindOf(article) === 'live';
    const say = short ? note : problem;
    return [say('standfirst', 'is missing.', 'Add a line:  standfirst: … (a sentence or two under the headline)')];
  }
  const length = lengthOf(standfirst);
  if (length >= least && length <= most) return [];
  const advice = length < least ? 'Say more of what the piece holds.' : 'Shorten it.';
  return [note('standfirst', `has ${length} characters; ${least} to ${most} read best.`, advice)];
};

const summaryRule: Rule = ({ summary }) => {
  const points = summary?.length ?? 0;
  if (points === 0 || (points >= 2 && points <= 4)) return [];
  const said = points === 1 ? 'has 1 sentence' : `has ${points} sentences`;
  return [
    note(
      'summary',
      `${said}; 2 to 4 read best.`,
      points === 1 ? 'Add one, or leave it out.' : 'Keep the four that matter.',
    ),
  ];
};

const folderRule: Rule = ({ publishedAt }, { day, slug, timeZone }) => {
  const moment = momentOf(publishedAt);
  if (moment === undefined) return [];
  const own = wallClockText(moment, timeZone).slice(0, 10);
  if (own === day) return [];
  const [there, here] = [own, day].map((date) => `articles/${date.replaceAll('-', '/')}`);
  const message = `is ${own} in ${timeZone}, and the file lies in ${here}.`;
  return [problem('publishedAt', message, `Move the file to ${there}/${slug}.mdx, or correct the date.`)];
};

const timesRule: Rule = ({ publishedAt, updatedAt, expiresAt }, { timeZone }) => {
  const [published, updated, expires] = [momentOf(publishedAt), momentOf(updatedAt), momentOf(expiresAt)];
  if (published === undefined) return [];
  const found: RuleFinding[] = [];
  if (updated !== undefined && updated < published) {
    const message = `is before publishedAt (${compared(updated, published, timeZone, '<')}).`;
    found.push(problem('updatedAt', message, 'Write a later moment or leave it out.'));
  }
  if (expires !== undefined && expires <= published) {
    const message = `is not after publishedAt (${compared(expires, published, timeZone, expires === published ? '=' : '<')}).`;
    found.push(problem('expiresAt', message, 'Write a later moment or leave it out.'));
  }
  return found;
};

const correctionsRule: Rule = ({ publishedAt, corrections }, { timeZone }) => {
  const published = momentOf(publishedAt);
  return (corrections ?? []).flatMap(({ on }, nth): RuleFinding[] => {
    const moment = momentOf(on);
    if (published === undefined || moment === undefined || moment >= published) return [];
    const message = `is before publishedAt (${compared(moment, published, timeZone, '<')}).`;
    return [problem(`corrections.${nth}.on`, message, 'Write the moment at which readers were told.')];
  });
};

const coverageRule: Rule = (article, { timeZone, unread }) => {
  const { coverage } = article;
  if (kindOf(article) === 'live' && coverage === undefined && !unread.has('coverage')) {
    const fix = 'Add a line:  coverage: { start: 2026-10-15 06:00 }';
    return [problem('coverage', 'is missing; a live article says when it begins.', fix)];
  }
  if (coverage === undefined || unread.has('kind')) return [];
  const found: RuleFinding[] = [];
  if (kindOf(article) !== 'live') {
    found.push(note('coverage', `says nothing in kind: ${kindOf(article)}.`, 'Write  kind: live  or take it out.'));
  }
  const [start, end] = [momentOf(coverage.start), momentOf(coverage.end)];
  if (start !== undefined && end !== undefined && end < start) {
    const message = `is before coverage.start (${compared(end, start, timeZone, '<')}).`;
    found.push(problem('coverage.end', message, 'Write a later moment or leave it out.'));
  }
  return found;
};

const sponsorRule: Rule = (article, { unread }) => {
  const kind = kindOf(article);
  if (unread.has('kind') || unread.has('sponsor')) return [];
  if (kind === 'sponsored' && article.sponsor === undefined) {
    return [problem('sponsor', 'is missing; a sponsored piece says who paid.', 'Add a line:  sponsor: { name: … }')];
  }
  if (kind === 'sponsored' || article.sponsor === undefined) return [];
  return [problem('sponsor', `stands in kind: ${kind}; readers would not see who paid.`, 'Write:  kind: sponsored')];
};

/** Things named twice in one list. */
const repeated = (list: readonly string[] | undefined): readonly { readonly nth: number; readonly name: string }[] => {
  const seen = new Set<string>();
  return (list ?? []).flatMap((name, nth) => {
    if (seen.has(name)) return [{ nth, name }];
    seen.add(name);
    return [];
  });
};

const authorsRule: Rule = ({ authors }) =>
  repeated(authors).map(({ nth, name }) => note(`authors.${nth}`, `"${name}" stands twice.`, 'Take one out.'));

/** An address without query and fragment. By searching: the pattern for it took longer than all other rules. */
const withoutRest = (address: string): string => {
  const end = address.search(/[?#]/);
  return end < 0 ? address : address.slice(0, end);
};

const addressesRule: Rule = ({ related, aliases, translationOf }, { address }) => {
  const same = (written: string): boolean => withoutRest(written).replace(/\/$/, '') === address;
  const found = (related ?? []).flatMap((written, nth) =>
    same(written) ? [note(`related.${nth}`, 'is this article itself.', 'Take it out.')] : [],
  );
  (aliases ?? []).forEach((written, nth) => {
    const plain = plainOldAddress(written);
    const own = plain === address ? 'this article’s own address' : paperOwns(plain);
    if (own === undefined) return;
    const message = plain === address ? `is ${own}.` : `is ${plain}, ${own}; nobody is led on from there.`;
    found.push(problem(`aliases.${nth}`, message, 'Take it out.'));
  });
  if (translationOf !== undefined && same(translationOf)) {
    found.push(problem('translationOf', 'is this article itself.', 'Write the address of the other article.'));
  }
  return found;
};

const leadImageRule: Rule = ({ leadImage }) =>
  leadImage?.alt === ''
    ? [problem('leadImage.alt', 'is empty; a lead photo is never decorative.', 'Say what the picture shows.')]
    : [];

const rules: readonly Rule[] = [
  headlineRule,
  standfirstRule,
  summaryRule,
  folderRule,
  timesRule,
  correctionsRule,
  coverageRule,
  sponsorRule,
  authorsRule,
  addressesRule,
  leadImageRule,
];

/** Everything that the rules say about an article, whatever of it could be read. Nothing here depends on the moment. */
export const articleFindings = (article: PartialArticle, place: ArticlePlace): readonly RuleFinding[] =>
  rules.flatMap((rule) => rule(article, place));
