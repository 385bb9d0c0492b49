/** What development alone shows: the problems and notes of a page's own file. */
import { notFound } from 'next/navigation';
import { DeskNotes } from '#components/DeskNotes';
import type { Address } from '#model/article';
import { archive, now, settings } from './paper';
import { Sheet } from './Sheet';

/** Problems and notes of a file, as `check` says them; nothing outside development. */
export const forTheDesk = (file: string) => {
  if (!settings.preview) return null;
  const { problems, notes } = archive.findings(file);
  return <DeskNotes file={file} problems={problems} notes={[...notes, ...archive.notesAcross(file, now())]} />;
};

/** The page of an article whose file was never good: in development its problems, for everybody else nothing. */
export const unreadable = (address: Address) => {
  const file = `articles${address}.mdx`;
  if (!settings.preview || archive.findings(file).problems.length === 0) notFound();
  return <Sheet at={now()}>{forTheDesk(file)}</Sheet>;
};
