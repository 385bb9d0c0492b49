/** A table from a CSV file, its numbers under each other. */
import { numericColumns } from '#model/tableColumns';

type TableProps = {
  /** The first row is the head, the first column names the rows. */
  readonly rows: readonly (readonly string[])[];
  readonly caption: string;
  readonly source: string;
};

/** Names of rows up to so many letters do not break: "1972–1979". */
const shortName = 14;

/** Table in the sans, which has figures of one width; a wide one scrolls by itself, also by keyboard. */
export function Table({ rows, caption, source }: TableProps) {
  const [head = [], ...body] = rows;
  const numeric = numericColumns(rows);
  const classOf = (column: number, cell = ''): string | undefined =>
    numeric[column] ? 'n' : column === 0 && cell.length <= shortName ? 'whitespace-nowrap' : undefined;
  return (
    <div className="tablebox" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" className={classOf(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, line) => (
            <tr key={line}>
              {head.map((_, column) => {
                const Tag = column === 0 ? 'th' : 'td';
                return (
                  <Tag key={column} scope={column === 0 ? 'row' : undefined} className={classOf(column, row[column])}>
                    {row[column]}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta">{`Source: ${source}`}</p>
    </div>
  );
}
