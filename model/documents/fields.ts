/** The forms a front matter field can have: contentlayer's own field definitions, each with what its words mean to a newsroom. */
import type { FieldDef, NestedType } from 'contentlayer2/source-files/schema';

/** Folder of `content/` whose files a field names. */
export type NamedFolder = 'authors' | 'categories' | 'series' | 'videos';

/** What the words of one value are, beyond contentlayer's type. */
export type Form =
  /** One line of words; `prose` are sentences, in which a comma belongs to the words. */
  | { readonly is: 'words'; readonly prose?: boolean }
  | { readonly is: 'moment' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'yes-or-no' }
  | { readonly is: 'number'; readonly whole: boolean; readonly least: number; readonly most: number }
  /** Name of a file, without folder and ending. `folder` is absent where it names an entry of the same live article. */
  | { readonly is: 'file-name'; readonly folder?: NamedFolder }
  /** Address of a page: of this paper, or an old one that redirects here (`old`). */
  | { readonly is: 'address'; readonly old?: boolean }
  /** Address on the web; `secure` where only https will do. */
  | { readonly is: 'web-address'; readonly secure: boolean }
  | { readonly is: 'mail-address' }
  | { readonly is: 'language' }
  | { readonly is: 'duration' }
  /** Path of a sound, video or text file. */
  | { readonly is: 'path' };

type Say = { readonly description: string; readonly required?: boolean };

/** A list item that contentlayer types as text and that this newsroom reads by its form. */
type TextItem = { readonly type: 'string'; readonly form: Form };

const text = (form: Form) => (say: Say) => ({ type: 'string' as const, ...say, form });

/** One line of words: a name, a label, a headline. */
export const words = text({ is: 'words' });
/** Sentences, joined to one line. */
export const prose = text({ is: 'words', prose: true });
/** An address of this paper. */
export const address = text({ is: 'address' });
/** An address that this paper once had; it may carry a query. */
export const oldAddress = text({ is: 'address', old: true });
/** A web address, http or https. */
export const webAddress = text({ is: 'web-address', secure: false });
/** A web address, https only. */
export const secureAddress = text({ is: 'web-address', secure: true });
/** A mail address. */
export const mailAddress = text({ is: 'mail-address' });
/** A language tag (BCP 47). */
export const language = text({ is: 'language' });
/** A length of time (ISO 8601). */
export const duration = text({ is: 'duration' });
/** Path of a file beside the document or in `media/`. */
export const path = text({ is: 'path' });
/** Name of another entry of the same live article. */
export const entryName = text({ is: 'file-name' });
/** Name of a file in one of the folders. */
export const nameIn = (folder: NamedFolder, say: Say) => text({ is: 'file-name', folder })(say);

/** A time on the newsroom's wall clock. */
export const moment = (say: Say) => ({ type: 'date' as const, ...say, form: { is: 'moment' } satisfies Form });

/** `true` or `false`. */
export const yesOrNo = (say: Say) => ({ type: 'boolean' as const, ...say, form: { is: 'yes-or-no' } satisfies Form });

/** One of a fixed list of words. */
export const choice = <const Options extends readonly string[]>(options: Options, say: Say) => ({
  type: 'enum' as const,
  options,
  ...say,
  form: { is: 'choice', of: options } satisfies Form,
});

/** A whole number. */
export const wholeNumber = (range: { readonly least: number; readonly most: number }, say: Say) => ({
  type: 'number' as const,
  ...say,
  form: { is: 'number', whole: true, ...range } satisfies Form,
});

/** A number with or without a fraction. */
export const decimal = (range: { readonly least: number; readonly most: number }, say: Say) => ({
  type: 'number' as const,
  ...say,
  form: { is: 'number', whole: false, ...range } satisfies Form,
});

/** A list of words, sentences, names or addresses. */
export const listOf = (form: Form, say: Say) => ({
  type: 'list' as const,
  of: { type: 'string', form } satisfies TextItem,
  ...say,
});

/** A list of exactly so many numbers. */
export const numbers = (count: number, range: { readonly least: number; readonly most: number }, say: Say) => ({
  type: 'list' as const,
  of: { type: 'number' as const, form: { is: 'number', whole: false, ...range } satisfies Form },
  count,
  ...say,
});

/** A map of fields of its own. `shorthand` is the field that a single value stands for. */
export const map = (of: NestedType, say: Say, shorthand?: string) => ({
  type: 'nested' as const,
  of,
  ...say,
  ...(shorthand !== undefined && { shorthand }),
});

/** A list of maps. */
export const mapsOf = (of: NestedType, say: Say) => ({ type: 'list' as const, of, ...say });

/** What a definition may carry beside contentlayer's own keys. */
export type ReadField = FieldDef & {
  readonly form?: Form;
  readonly shorthand?: string;
  /** The whole map may be `true`, which says it without its parts; `false` says that it is absent. */
  readonly orTrue?: boolean;
  readonly count?: number;
};
