/** What Next's build says of every page: its style sheets, and the font that browsers begin to load with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The frame of a page. */
export type Frame = {
  /** Addresses of the style sheets. */
  readonly styles: readonly string[];
  /** The header `Link` with the fonts; absent where none is preloaded. */
  readonly fonts?: string;
};

/** The build does not say what it should; Next sets all pages then. */
export class FrameFault extends Error {}

const textOf = (root: string, file: string): string => readFileSync(join(root, '.next', 'server', file), 'utf8');

/** The manifest is a script; of it only one list is read, which is JSON. */
const stylesIn = (manifest: string): readonly string[] => {
  const list = /"entryCSSFiles":\{"\[project\]\/app\/layout":(\[[^\]]*\])/.exec(manifest)?.[1];
  if (list === undefined) throw new FrameFault('the style sheets of the pages are not where Next 16 names them');
  // What the expression above found in Next's own manifest.
  const files = JSON.parse(list) as readonly { readonly path: string; readonly inlined: boolean }[];
  if (files.length === 0 || files.some(({ inlined }) => inlined)) throw new FrameFault('the pages have no style sheet');
  return files.map(({ path }) => `/_next/${path}`);
};

const preloadOf = (file: string): string =>
  `</_next/${file}>; rel=preload; as="font"; crossorigin=""; type="font/${file.slice(file.lastIndexOf('.') + 1)}"`;

/** Reads the frame of the build under `root`; throws where it cannot be told. */
export const frameOf = (root: string): Frame => {
  const styles = stylesIn(textOf(root, join('app', 'page_client-reference-manifest.js')));
  // What Next writes there.
  const { app } = JSON.parse(textOf(root, 'next-font-manifest.json')) as { app: Record<string, string[]> };
  const fonts = app['[project]/app/page'] ?? [];
  return { styles, ...(fonts.length > 0 && { fonts: fonts.map(preloadOf).join(', ') }) };
};
