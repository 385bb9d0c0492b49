/** What `check`, the log and the development page say about a file: what is wrong, where, and what to write instead. */

/** One finding at one place of one file. */
export type Finding = {
  /** Path inside the content folder, with `/`: `articles/2026/10/15/harbour-bridge-reopens.mdx`. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Column in UTF-16 units, from 1. */
  readonly column: number;
  /** `file`, `front matter`, `body`, or the dotted name of a field: `leadImage.alt`, `corrections.0.on`. */
  readonly field: string;
  /** What is wrong, continuing the field's name: "is before publishedAt (05:30 < 06:00)." */
  readonly message: string;
  /** What to do, as a sentence or as the line to write. */
  readonly fix: string;
};

/** A problem keeps this version of this file from being published; a note does not. */
export type Findings = {
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
};

/** Orders findings as an editor reads them: by file, then line, then column. */
export const byPlace = (a: Finding, b: Finding): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
