/** Pictures as they may be shown at a moment. */
import type { PhotoFacts } from '#archive/reading';
import type { Window } from '#archive/queries/window';
import { alternatives } from '#archive/store/crossChecks';
import type { Moment } from '#model/moment';
import type { Photo, PhotoUse } from '#model/photo';

type Row = {
  readonly file: string;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
};

const rowOf = (window: Window, path: string): Row | undefined => {
  for (const candidate of alternatives(path)) {
    const row = window
      .db()
      .one<Row>('select file, hash, width, height, colour from picture where file = ? and fault is null', candidate);
    if (row) return row;
  }
  return undefined;
};

const maybe = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  // A computed key widens to an index signature; the shape is exactly this.
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const isUsable = (facts: PhotoFacts, now: Moment): boolean =>
  (facts.withdrawn === undefined || facts.withdrawn > now) &&
  (facts.usableUntil === undefined || facts.usableUntil > now);

/**
 * The picture that an article uses, with what the article itself says about it before the picture's own facts. `undefined`
 * where it is missing, broken, withdrawn or past its time, or where nobody is credited for it.
 */
export const photoFor = (
  window: Window,
  use: PhotoUse | undefined,
  now: Moment,
  defaultAlt?: string,
): Photo | undefined => {
  if (!use) return undefined;
  const row = rowOf(window, use.file);
  if (!row) return undefined;
  const facts: PhotoFacts = window.held().photoFacts.get(row.file) ?? {};
  const alt = use.alt ?? facts.alt ?? defaultAlt;
  const credit = use.credit ?? facts.credit;
  const licence = use.licence ?? facts.licence;
  if (!isUsable(facts, now) || alt === undefined || !credit || !licence) return undefined;
  return {
    ...row,
    alt,
    credit,
    licence,
    focus: use.focus ?? facts.focus ?? [0.5, 0.5],
    zoom: use.zoom ?? facts.zoom ?? 1,
    ...maybe('caption', use.caption ?? facts.caption),
    ...maybe('licenceUrl', use.licenceUrl ?? facts.licenceUrl),
    ...maybe('usableUntil', facts.usableUntil),
  };
};
