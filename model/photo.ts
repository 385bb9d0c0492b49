/** Pictures: the file's own facts, and a picture as a page shows it. */
import type { Moment } from '#model/moment';

/** Facts of a picture file, from the bytes and from the file beside it (`bridge.jpg.yaml`). */
export type Photo = {
  /** Path inside the content folder: `media/bridge.jpg`. */
  readonly file: string;
  /** First 16 hex digits of the SHA-256 of the bytes: part of every address of a rendition. */
  readonly hash: string;
  /** Size in pixels as it is shown, after the camera's own rotation. */
  readonly width: number;
  readonly height: number;
  /** Dominant colour, `#rrggbb`: shown while the picture loads. */
  readonly colour: string;
  /** What the picture shows, for people who do not see it; empty when decorative. */
  readonly alt: string;
  readonly caption?: string;
  /** Name of the photographer or agency. */
  readonly credit: string;
  readonly licence: string;
  readonly licenceUrl?: string;
  /** The point that stays in every crop: shares of width and height from left and top, 0 to 1. */
  readonly focus: readonly [number, number];
  /** 1 to 4: how much crops are tightened where the subject is small. */
  readonly zoom: number;
  /** The right to show it ends at this moment. */
  readonly usableUntil?: Moment;
};

/** How an article uses a picture: the file, and what it says differently from the picture's own facts. */
export type PhotoUse = {
  /** Path inside the content folder. */
  readonly file: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly licence?: string;
  readonly licenceUrl?: string;
  readonly focus?: readonly [number, number];
  readonly zoom?: number;
};
