/** What writers type is understood: signs, braces, links, line breaks and notes to the desk. */
import { expect, test } from 'vitest';
import { understood } from '#archive/body/understood.cases';
import { mended, notesOf, problemsOf, read, treeOf } from '#archive/body/reading.cases';

test.each(understood)('%s is understood, and --fix writes the strict line', (_, typed, strict) => {
  const [reading, again] = [read(typed), read(strict)];
  expect(problemsOf(reading)).toEqual([]);
  expect(reading.notes.length).toBeGreaterThan(0);
  expect(mended(typed, reading)).toBe(strict);
  expect(notesOf(again)).toEqual([]);
  expect(treeOf(reading)).toBe(treeOf(again));
});

test('a note shows the line as strict MDX writes it, with all its mends', () => {
  const [note] = read('It costs <5% {sic} now').notes;
  expect(note).toMatchObject({ line: 8, column: 10, field: 'body', fix: 'Write:  It costs \\<5% \\{sic} now' });
});

test('columns count the editor’s own text, however much was mended before', () => {
  const before = 'b -->é😀 <5 <https://x.org> ';
  const reading = read(`<!-- a\n${before}{process.env.HOME}`);
  expect(problemsOf(reading)).toEqual([`9:${before.length + 1} {process.env.HOME} is code; articles hold words.`]);
});

test('notes to the desk appear nowhere', () => {
  const reading = read('One. {/* call his {wife} <now> */}\n\n<!-- he\n\nlied -->\n\n{/* alone */}\n\nTwo.');
  expect(reading.body?.text).toBe('One.\nTwo.');
  expect(treeOf(reading)).not.toMatch(/wife|lied|alone/);
});

test('a note to the desk that is never closed is a problem, not a sentence in the paper', () => {
  expect(problemsOf(read('a {/* he lied'))).toEqual(['8:3 A note to the desk is never closed.']);
  expect(problemsOf(read('a <!-- he lied'))).toEqual(['8:3 A note to the desk is never closed.']);
});

test('signs in code stay as they are and are not mended', () => {
  const reading = read('`a <5 {b} {c()} <!-- d -->`\n\n```\nx={() => 1} <3 {/* y */} <br>\n```');
  expect(reading.notes).toEqual([]);
  expect(reading.body?.text).toBe('a <5 {b} {c()} <!-- d -->\nx={() => 1} <3 {/* y */} <br>');
});

test('signs that the editor has escaped are no notes', () => {
  const reading = read('\\<5 \\{sic}');
  expect([reading.notes, reading.body?.text]).toEqual([[], '<5 {sic}']);
});

test('signs in addresses, titles and props stay as they are', () => {
  const reading = read('[a](/x{y} "b {c} <5")\n\n<Figure src="a.jpg" alt="{sic} <5" />');
  expect(reading.notes).toEqual([]);
  expect(treeOf(reading)).toContain('"title":"b {c} <5"');
  expect(treeOf(reading)).toContain('"alt":"{sic} <5"');
  expect(reading.body?.links).toEqual(['/x%7By%7D']);
});

test.each([
  '{e.g. this}',
  '{yes; no}',
  '{and/or}',
  '{2020/21}',
  '{iPhone and eBay}',
  '{US$5m}',
  '{new rules}',
  '{minister(s)}',
  '{what??}',
  '{C++}',
  '{see [3]}',
  '{a {b} c}',
  '{50% of 80}',
  '{“Yes,” he said}',
  '{+254 700 000000}',
  '{see example.org/x, p. 5}',
  '{…}',
  '{Sic!}',
])('%s are words', (words) => {
  const reading = read(`Then ${words} then`);
  expect([reading.problems, reading.body?.text]).toEqual([[], `Then ${words} then`]);
});

test.each([
  '{process.env.HOME}',
  '{{name}}',
  '{a()}',
  '{"text"}',
  "{'text'}",
  '{`text`}',
  '{a => b}',
  '{userName}',
  '{a.b}',
  '{a[0]}',
  '{x = 1}',
  '{a ? b : c}',
  '{...rest}',
  '{${x}}',
])('%s is code and a problem', (code) => {
  expect(problemsOf(read(`Words ${code} words`))).toEqual([`8:7 ${code} is code; articles hold words.`]);
});

test.each([
  'import x from "y"',
  "import 'y'",
  'import { a } from "b"',
  'export const a = 1',
  'export default function () {}',
  'export { a }',
])('%s is code and a problem', (code) => {
  expect(problemsOf(read(`Words.\n\n${code}\n\nWords.`))).toEqual([`10:1 ${code} is code; articles hold words.`]);
});

test('straight quotation marks become curly only where the publication wants it', () => {
  const typed = '"It\'s \'so\' -- \'90s..." **"b"** `"c"`';
  expect(read(typed).body?.text).toBe(typed.replace(/[*`]/g, ''));
  expect(read(typed, {}, { smartPunctuation: true }).body?.text).toBe('“It’s ‘so’ – ’90s…” “b” "c"');
});
