/** The door for whoever reads files of `content/`: one document, and what a path is. */
import { readBody } from '#archive/body/readBody';
import { documentReader } from '#archive/documentReader';
import { placeOf } from '#archive/placeOf';
import type { DocumentKind } from '#archive/reading';

export { nameProblem } from '#archive/placeOf';

/**
 * Reads one document of any kind from its bytes. Pure but for the parser of bodies; never throws; always an answer. Offsets
 * of `mends` count in the text as Node decodes the file (`bytes.toString('utf8')`, a BOM included).
 */
export const readDocument = documentReader(readBody);

/** What a path inside the content folder is; `undefined` for what is passed over in silence. */
export const documentKindOf = (file: string): DocumentKind | 'picture' | 'asset' | 'stray-problem' | undefined => {
  const place = placeOf(file);
  return place?.is === 'document' ? place.kind : place?.is;
};
