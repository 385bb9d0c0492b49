/** The one place that calls the parser of Markdown with components. */
import { mdxToHast } from 'satteri';
import type { HastNode } from 'satteri';
import { linesOf } from '#archive/body/lines';
import type { Result } from '#model/result';

/** The parser's error: what it says, where (offset in the parsed text), and where the element it names was opened. */
export type Complaint = { readonly says: string; readonly offset: number; readonly opened?: number };

/** How a body is parsed. */
export type ParseOptions = {
  /** Begins the names of footnotes, so that two bodies can stand on one page. */
  readonly idPrefix: string;
};

/** Parses one text. The parser throws for what it cannot read; everything else it throws is a complaint without a place. */
export const parseText = (text: string, options: ParseOptions): Result<HastNode, Complaint> => {
  // The parser’s own smart punctuation is quadratic (10,000 dashes 5 s, 30,000 end the process): see smartPunctuation.ts.
  const features = { frontmatter: false, gfm: { footnotes: { clobberPrefix: options.idPrefix } } };
  try {
    return { ok: true, value: mdxToHast(text, { features }) };
  } catch (error) {
    return { ok: false, fault: complaintOf(error instanceof Error ? error.message : String(error), text) };
  }
};

/** Reads `3:5: Expected a closing tag for `<Figure>` (3:5) before …`. */
const complaintOf = (message: string, text: string): Complaint => {
  const [, line = '1', column = '1', says = message] = /^(\d+):(\d+): ([^]*)$/.exec(message) ?? [];
  const lines = linesOf(text);
  const offset = lines.offset(Number(line), Number(column));
  const named = /`<[^`]*>` \((\d+):(\d+)\)/.exec(says);
  return named ? { says, offset, opened: lines.offset(Number(named[1]), Number(named[2])) } : { says, offset };
};
