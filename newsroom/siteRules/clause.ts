/** What a clause of a standard for newsrooms is. */
import type { Sought } from '#newsroom/siteRules/clauseEvidence';

/** One clause. */
export type Clause = {
  readonly number: number;
  /** As the standard calls it. */
  readonly title: string;
  /** What it asks of a publication. */
  readonly asks: string;
  /** What to write where it is open. */
  readonly todo: string;
  readonly sought: readonly Sought[];
};
