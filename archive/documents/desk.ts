/** What the makers of documents have before them: where the document stands, its body, and the sheet to write on. */
import type { BodyReading } from '#archive/body/readBody';
import type { FieldPlace } from '#archive/frontMatter/reader';
import type { Sheet } from '#archive/frontMatter/sheet';
import type { DocumentPlace } from '#archive/placeOf';
import type { ReadingContext, Reference } from '#archive/reading';
import type { Moment } from '#model/moment';

/** One document on its way to a value. */
export type DocumentDesk = {
  readonly file: string;
  readonly place: DocumentPlace;
  readonly folder: string;
  readonly sheet: Sheet;
  readonly context: ReadingContext;
  readonly body: BodyReading | undefined;
  /** Offset of a field: its value, or its key for what is wrong with the field as such; the document's end where absent. */
  readonly at: (field: string, part?: keyof FieldPlace) => number;
  /** Fields that stand in the file and could not be read: they are not missing. */
  readonly unread: ReadonlySet<string>;
  readonly reference: (field: string, reference: Omit<Reference, 'line' | 'column' | 'field'>) => void;
};

/** A moment of a typed document: these are ISO 8601 with an offset. */
export const momentOf = (iso: string): Moment => Date.parse(iso);

/** A moment that may be absent. */
export const momentIfAny = (iso: string | undefined): Moment | undefined =>
  iso === undefined ? undefined : momentOf(iso);
