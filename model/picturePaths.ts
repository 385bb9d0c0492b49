/** Where a picture, sound or document that an editor names may lie: pure, so that whoever sees the disk decides. */

/** Why a written path can never be a file of the newsroom. */
export type PathFault = 'empty' | 'remote' | 'outside';

/** A path with `.` and `..` resolved; `undefined` where it climbs out of the content folder. */
const resolved = (path: string): string | undefined => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
};

const remote = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const notInPaths = /[\\\u0000-\u001f\u007f]/;

/** What is wrong with a written path, from its words alone, read from `folder` (a path inside the content folder). */
export const pathFault = (written: string, folder: string): PathFault | undefined => {
  const path = written.trim();
  if (path === '') return 'empty';
  if (remote.test(path)) return 'remote';
  if (notInPaths.test(path)) return 'outside';
  const whole = resolved(path.startsWith('/') ? path : `${folder}/${path}`);
  return whole === undefined || whole === '' ? 'outside' : undefined;
};

/**
 * The paths inside the content folder at which a written path is looked for, best first: `bridge.jpg` and `./bridge.jpg`
 * beside the document, else in `media/`; `/media/bridge.jpg` from the content folder itself. Empty where `pathFault` finds
 * a fault. `folder` is the document's own folder: `articles/2026/10/15`.
 */
export const pictureCandidates = (written: string, folder: string): readonly string[] => {
  if (pathFault(written, folder) !== undefined) return [];
  const path = written.trim().normalize('NFC');
  if (path.startsWith('/')) return [resolved(path)].filter((found) => found !== undefined);
  const plain = path.replace(/^(?:\.\/)+/, '');
  const inMedia = plain.split('/').includes('..') ? [] : [`media/${plain}`];
  const asWritten = plain.startsWith('media/') ? [plain] : [];
  const all = [`${folder}/${plain}`, ...inMedia, ...asWritten].map(resolved).filter((found) => found !== undefined);
  return [...new Set(all)];
};
