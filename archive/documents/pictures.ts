/** Pictures and files that front matter names: their paths, and what the store must look up. */
import type { PictureUseDocument } from '#model/documents';
import type { PhotoUse } from '#model/photo';
import { pictureCandidates } from '#model/picturePaths';
import { given } from '#archive/documents/given';
import type { DocumentDesk } from '#archive/documents/desk';

const pointOf = (focus: readonly number[] | undefined): readonly [number, number] | undefined => {
  const [left, top] = focus ?? [];
  return left === undefined || top === undefined ? undefined : [left, top];
};

/** The first place where a file may lie; the store tries the others. */
const firstPlace = (src: string, folder: string): string => pictureCandidates(src, folder)[0] ?? src;

/** A file that the newsroom must have, e.g. a video's own. */
export const assetAt = (desk: DocumentDesk, field: string, src: string): string => {
  const file = firstPlace(src, desk.folder);
  desk.reference(field, { what: 'asset', to: file });
  return file;
};

/**
 * A picture as a document uses it. Facts that it does not give are asked of the picture's own file; a portrait's
 * description may be the author's name, so `alt` is not asked there.
 */
export const photoUse = (
  desk: DocumentDesk,
  field: string,
  picture: PictureUseDocument,
  options: { readonly altElsewhere?: boolean } = {},
): PhotoUse => {
  const file = firstPlace(picture.src, desk.folder);
  const asked = (['alt', 'credit', 'licence'] as const).filter(
    (fact) => fact !== 'alt' || options.altElsewhere !== true,
  );
  const needs = asked.filter((fact) => picture[fact] === undefined);
  desk.reference(field, { what: 'picture', to: file, ...(needs.length > 0 && { needs }) });
  const { alt, caption, credit, licence, licenceUrl, zoom } = picture;
  return { file, ...given({ alt, caption, credit, licence, licenceUrl, zoom, focus: pointOf(picture.focus) }) };
};

export { pointOf };
