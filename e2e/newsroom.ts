/** A small newsroom of its own for tests that change what is published: one section, one writer, and what a test saves. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './secondSite.ts';

/** A folder to publish from. */
export type Newsroom = { readonly folder: string; readonly save: (name: string, text: string) => void };

/** An article of the section Harbour by Ada Otieno, published on 15 October 2026 at 06:00. */
export const piece = (headline: string, body: string, more = ''): string => `---
headline: ${headline}
standfirst: A standfirst of the right length for a fixture, neither too short nor too long.
category: harbour
authors: [ada-otieno]
publishedAt: 2026-10-15 06:00
${more}---
${body}
`;

/** Makes one in a folder of its own. */
export const smallNewsroom = (): Newsroom => {
  const folder = temporaryFolder();
  for (const part of [
    'authors/ada-otieno.mdx',
    'categories/harbour.mdx',
    'media/portrait-ada.jpg',
    'media/portrait-ada.jpg.yaml',
  ]) {
    cpSync(join('e2e/content', part), join(folder, part));
  }
  const save = (name: string, text: string): void => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  return { folder, save };
};
