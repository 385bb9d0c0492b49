/** Which columns of a table hold numbers, and are set flush to the end so that their digits stand under each other. */

/** A number as newspapers write it: "1,204", "−27.1", "83.5%", "+10.2", "KSh 300", "24 m". A dash or nothing says there is none. */
const numeral = /^(?:[\p{Sc}A-Za-z]{1,4}\s?)?[+\-−–]?\d[\d,.\s\u00a0\u202f]*(?:\s?[%‰\p{L}°²³]{1,4})?$/u;
const nothing = /^[-–—]?$/;

/** For each column of the head, whether all its cells are numbers or empty, and at least one is a number. */
export const numericColumns = (rows: readonly (readonly string[])[]): readonly boolean[] => {
  const [head = [], ...body] = rows;
  return head.map((_, column) => {
    const cells = body.map((row) => (row[column] ?? '').trim());
    return cells.every((cell) => numeral.test(cell) || nothing.test(cell)) && cells.some((cell) => numeral.test(cell));
  });
};
