/** What development alone shows: the problems and notes of a page's own file. */
import { notFound } from 'next/navigation';
import { DeskNotes } from '#components/DeskNotes';
import type { Address } from '#model/article';
import { archive, now, settings } from './paper';
import { Sheet } from './Sheet';

/** Problems and notes of a file; nothing outside development. */
export const forTheDesk = (file: string) =>
  settings.preview ? <DeskNotes file={file} {...archive.findings(file)} /> : null;

/** The page of an article whose file was never good: in development its problems, for everybody else nothing. */
export const unreadable = (address: Address) => {
  const file = `articles${address}.mdx`;
  if (!settings.preview || archive.findings(file).problems.length === 0) notFound();
  return <Sheet at={now()}>{forTheDesk(file)}</Sheet>;
};
