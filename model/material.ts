/** What a body needs to be drawn: the pictures, films, files and addresses that may be shown at a moment. */
import type { ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';

/** A file that articles play, offer or tabulate. */
export type Asset = {
  /** Path inside the content folder. */
  readonly file: string;
  readonly hash: string;
  readonly bytes: number;
  readonly mime: string;
  /** Rows of a CSV file, the first being the head. */
  readonly rows?: readonly (readonly string[])[];
};

/** What a body needs to be drawn at a moment: only what may be shown is in the maps. */
export type BodyMaterial = {
  readonly photos: ReadonlyMap<string, Photo>;
  readonly videos: ReadonlyMap<string, ShownVideo>;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Paths among the body's links, as they are written there, that readers may follow; the others are drawn as plain text. */
  readonly openLinks: ReadonlySet<string>;
};
