/** Markdown's own pictures, `![alt](photo.jpg)`, understood as figures. */
import type { ElementContent } from 'hast';
import type { HastNode } from 'satteri';
import { element } from '#archive/body/blocks';
import { endOf, offsetOf, type Reader, type Surroundings } from '#archive/body/reader';
import { restored } from '#archive/body/restore';
import { pathFault, pictureCandidates } from '#model/picturePaths';

type ParsedElement = Extract<HastNode, { type: 'element' }>;

/** The figure that a picture of Markdown means; its title is the caption. */
export const figureOf = (node: ParsedElement, around: Surroundings, reader: Reader): ElementContent[] => {
  const { report, source } = reader;
  const text = (name: string): string => restored(String(node.properties[name] ?? ''), reader).trim();
  const at = offsetOf(node, reader);
  const written = unescapedPath(text('src'));
  const [src] = pictureCandidates(written, reader.at.folder);
  if (src === undefined) {
    const why =
      pathFault(written, reader.at.folder) === 'remote' ? 'is an address elsewhere' : 'is no file of the newsroom';
    report.problem(
      at,
      `The picture "${written}" ${why}.`,
      'Put the file beside the article or in content/media and write its name.',
    );
    return [];
  }
  if (around.line !== undefined) {
    report.problem(at, `A picture stands in ${around.line}.`, 'Give it a paragraph of its own.');
    return [];
  }
  const [alt, caption] = [text('alt'), text('title')];
  report.reference(at, {
    what: 'picture',
    to: src,
    needs: alt === '' ? ['alt', 'credit', 'licence'] : ['credit', 'licence'],
  });
  const props = [
    `src="${written}"`,
    ...(alt ? [`alt="${quoted(alt)}"`] : []),
    ...(caption ? [`caption="${quoted(caption)}"`] : []),
  ];
  const strict = `<Figure ${props.join(' ')} />`;
  const [from, to] = [at, endOf(node, reader)];
  const why = 'A picture of Markdown is understood as a Figure.';
  if (!around.inLink && standsAlone(source, from, to)) report.mended({ from, to, text: strict, why });
  else report.note(at, why, `Write, in a paragraph of its own:  ${strict}`);
  return [element('Figure', { src, ...(alt ? { alt } : {}), ...(caption ? { caption } : {}) }, [])];
};

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/\s+/g, ' ');

/** Whether nothing but blanks stands beside it on its line. */
const standsAlone = (source: string, from: number, to: number): boolean => {
  const before = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
  const after = source.slice(to).split('\n', 1)[0] ?? '';
  return before.trim() === '' && after.trim() === '';
};

/** Markdown writes blanks and letters of other scripts as percent signs; a file's name has none. */
const unescapedPath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    // A percent sign of the name itself (URIError).
    return path;
  }
};
