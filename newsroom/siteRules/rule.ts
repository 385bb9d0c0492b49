/** What a rule is, and what it says when it is broken. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';

/** Where a rule is broken. */
export type Finding = {
  /** Absolute address. */
  readonly page: string;
  /** What stands there, in words. */
  readonly found: string;
};

/** One rule for a news site that a program can test from outside. */
export type Rule = {
  /** As in `A6`: notes, tests and messages cite it. */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly says: string;
  /** What to do where it does not hold. */
  readonly todo: string;
  /** Where the rule comes from: an address, or a document with its section. */
  readonly source: string;
  /** `must`: machines refuse or misread the page. `should`: the site loses a place or a reader, not the page. */
  readonly severity: 'must' | 'should';
  /** Every place where it is broken. */
  readonly check: (site: CrawledSite) => Iterable<Finding>;
};

/** A finding with the rule that it breaks. */
export type Breach = Finding & Pick<Rule, 'name' | 'says' | 'todo' | 'severity'>;

/** A text from the site, short enough for a message. */
export const quoted = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `"${plain.length > 120 ? `${plain.slice(0, 117)}…` : plain}"`;
};
