/** What all parts of reading one body share while its tree is built. */
import type { HastNode } from 'satteri';
import type { Edit } from '#archive/body/edits';
import type { TakenNames } from '#archive/body/headings';
import type { HtmlTally } from '#archive/body/html';
import type { Report } from '#archive/body/report';
import type { HiddenSigns } from '#archive/body/signs';
import type { ReadingContext } from '#archive/reading';
import type { ArticleKind } from '#model/article';
import type { BodyComponent } from '#model/body';

/** Where a body stands. */
export type BodyPlace = {
  readonly file: string;
  /** The file's line of the body's first line. */
  readonly firstLine: number;
  readonly lang?: string | undefined;
  readonly kind: ArticleKind | 'entry' | 'page' | 'author' | 'video';
  /** The document's folder inside the content folder. */
  readonly folder: string;
};

/** One pass over a parsed tree. */
export type Reader = {
  /** The editor's own text. */
  readonly source: string;
  readonly at: BodyPlace;
  readonly context: ReadingContext;
  readonly hidden: HiddenSigns;
  readonly report: Report;
  readonly html: HtmlTally;
  /** Whether no sign is hidden and no line ends in `\r\n`: texts are as the parser gives them. */
  readonly isPlain: boolean;
  /** Whether the text holds `&#…;`, behind which anything can stand. */
  readonly hasEntities: boolean;
  /** Offset in the editor's text of an offset in the parsed one. */
  readonly original: (offset: number) => number;
  /** Replacements that this tree's text already has: signs in them are no longer there. */
  readonly made: readonly Edit[];
  /** Replacements that the text needs before it says what its writer means: the tree is thrown away and made anew. */
  readonly wanted: Edit[];
  /** Code between braces that was reported: the signs in it are part of it. */
  readonly code: { readonly from: number; readonly to: number }[];
  /** Names of headings and notes so far. */
  readonly ids: TakenNames;
  /** Links to places in this body, judged when all its names are known. */
  readonly fragments: { readonly offset: number; readonly id: string }[];
  /** Level of the last heading. */
  lastLevel: number;
};

/** What surrounds a node. */
export type Surroundings = {
  /** Containers and marks around it. */
  readonly depth: number;
  /** The component that holds it. */
  readonly holder?: BodyComponent;
  /** What cannot hold a component: "a heading", "a table". */
  readonly line?: string;
  readonly inLink?: boolean;
};

/** Offset of a node in the editor's own text; 0 for what the parser made itself. */
export const offsetOf = (node: Pick<HastNode, 'position'>, reader: Reader): number =>
  reader.original(node.position?.start.offset ?? 0);

/** End of a node in the editor's own text. */
export const endOf = (node: Pick<HastNode, 'position'>, reader: Reader): number =>
  reader.original(node.position?.end.offset ?? 0);
