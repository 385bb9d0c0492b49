/** Authors, categories, series, videos and pages as checked from their files. */
import type { Body } from '#model/body';
import type { Moment } from '#model/moment';
import type { Photo, PhotoUse } from '#model/photo';
import type { Correction } from '#model/article';

/** Who writes: a person, a desk, an agency or an organisation. */
export type Author = {
  readonly slug: string;
  readonly name: string;
  readonly role: string;
  readonly portrait?: PhotoUse;
  readonly email?: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly type: 'person' | 'desk' | 'agency' | 'organisation';
  readonly guest: boolean;
  readonly left: boolean;
  /** The biography's words. */
  readonly text: string;
};

/** A section of the paper. */
export type Category = {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Place in the section bar, smallest first. */
  readonly order: number;
};

/** Articles that belong together in numbered parts. */
export type Series = { readonly slug: string; readonly title: string; readonly description: string };

/** A video: of a provider, loaded on a tap, or a file of ours. */
export type Video = {
  readonly slug: string;
  readonly title: string;
  readonly publishedAt: Moment;
  readonly provider: 'youtube' | 'vimeo' | 'file';
  /** The provider's own identifier; absent for `file`. */
  readonly id?: string;
  /** Path inside the content folder, for `file`. */
  readonly src?: string;
  readonly poster?: PhotoUse;
  /** Length in seconds. */
  readonly seconds: number;
  /** Path of the WebVTT file inside the content folder. */
  readonly captions?: string;
  /** The transcript's words. */
  readonly text: string;
};

/** A file of ours as it is served: `fileAddress` of it is where its bytes are. */
export type ServedFile = {
  readonly file: string;
  readonly hash: string;
  /** Length in bytes. */
  readonly bytes: number;
  readonly mime: string;
};

/** A video as a page shows it: its poster, and for `file` its bytes and captions, resolved. */
export type ShownVideo = Omit<Video, 'poster'> & {
  readonly poster?: Photo;
  readonly source?: ServedFile;
  readonly subtitles?: ServedFile;
};

/** A page under `/about`. */
export type AboutPage = { readonly slug: string; readonly title: string; readonly description?: string };

/** One entry of a live article. */
export type LiveEntry = {
  /** Fragment and end of the file's name: `0730-first-count`; for an `Update` in the body its time. */
  readonly slug: string;
  readonly at: Moment;
  readonly headline: string;
  /** File names in `content/authors`; empty: the article's own. */
  readonly authors: readonly string[];
  readonly key: boolean;
  readonly pinned: boolean;
  /** Slug of the entry that this one corrects. */
  readonly correctionOf?: string;
  readonly body: Body;
};

/** A correction with the article it belongs to, for `/corrections`. */
export type CorrectionRow<A> = { readonly correction: Correction; readonly article: A };
