/** Words for things in the content folder that are not read: links, folders named like documents, misnamed files. */
import { type documentKindOf, nameProblem } from '#archive/readDocument';
import type { Found } from '#archive/walk';
import type { Finding } from '#model/problem';

/** What to tell the editor about something that cannot be read as what it seems to be; `undefined` where all is well. */
export const strayProblem = ({ file, what }: Found, kind: ReturnType<typeof documentKindOf>): Finding | undefined => {
  const at = { file, line: 1, column: 1, field: 'file' };
  if (what === 'link') {
    return { ...at, message: 'is a symbolic link; links are not followed.', fix: 'Put the file itself here.' };
  }
  if (what === 'closed') {
    return { ...at, message: 'is a folder that cannot be listed.', fix: 'Give the site leave to read it.' };
  }
  if (what !== 'file') {
    return {
      ...at,
      message: 'is a folder with the name of a file.',
      fix: 'Rename the folder, or move the file out of it.',
    };
  }
  return kind === 'stray-problem' ? nameProblem(file) : undefined;
};
