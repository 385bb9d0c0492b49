/** In development: what `check` says about the file of this page, above the page. Readers never get it. */
import type { Finding } from '#model/problem';

type DeskNotesProps = {
  /** Path inside the content folder. */
  readonly file: string;
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
};

/** Problems first, each with its line and what to write instead; nothing where there is nothing to say. */
export function DeskNotes({ file, problems, notes }: DeskNotesProps) {
  if (problems.length + notes.length === 0) return null;
  const rows = [
    ...problems.map((said) => ({ ...said, name: 'Problem' })),
    ...notes.map((said) => ({ ...said, name: 'Note' })),
  ];
  return (
    <aside className="warning wrap" aria-label="For the desk">
      <h2 className="font-bold">{file}</h2>
      <ul>
        {rows.map(({ name, line, column, field, message, fix }) => (
          <li key={`${name} ${line}:${column} ${field} ${message}`}>
            {name}, line {line}: {field} {message} <b>{fix}</b>
          </li>
        ))}
      </ul>
    </aside>
  );
}
