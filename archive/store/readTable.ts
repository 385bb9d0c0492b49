/** Reads the CSV file of a `Table`: comma or semicolon, quotation marks as spreadsheets write them (RFC 4180). */
import { readFileSync } from 'node:fs';

const mostCells = 20_000;

const separatorOf = (text: string): string => {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return head.split(';').length > head.split(',').length ? ';' : ',';
};

/** The rows of a CSV text, the head first; rows beyond 20,000 cells are left out, and empty lines too. */
const tableRows = (text: string): string[][] => {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let cells = 0;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
    cells += 1;
  };
  const endRow = (): void => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && cells < mostCells; at += 1) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
};

/** Rows of a CSV file in UTF-8; throws where the file cannot be read. */
export const readTable = (path: string): string[][] => tableRows(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
