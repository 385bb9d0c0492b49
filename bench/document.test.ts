import { expect, test } from 'vitest';
import { sectionFor, withSection } from './document';
import { atLeast, atMost } from './figures';

const table = { columns: ['size', 'time'], rows: [['1,000', '3 ms']] };

test('a part changes its own section and nothing else of the document', () => {
  const before =
    '# Costs\n\n<!-- bench one -->\n\nold one\n\n<!-- end of one -->\n\nwords\n\n<!-- bench two -->\n\nold two\n\n<!-- end of two -->\n';
  const after = withSection(before, 'one', 'new one');
  expect(after).toBe(before.replace('old one', 'new one'));
  expect(withSection(after, 'one', 'new one')).toBe(after);
});

test('a part without a place in the document gets one at its end', () => {
  const after = withSection('# Costs\n', 'three', 'figures');
  expect(after).toBe('# Costs\n\n## three\n\n<!-- bench three -->\n\nfigures\n\n<!-- end of three -->\n');
  expect(withSection(after, 'three', 'others')).toContain('others');
});

test('a goal that was missed is called missed, also where nothing could be measured', () => {
  const goals = [atMost('time', 80, 75, 'ms'), atLeast('ratio', 61, 60, 'times'), atMost('memory', NaN, 1, 'GB')];
  const text = sectionFor('Measured today.', { tables: [table], goals });
  expect(text).toContain('| time | at most 75 ms | 80 ms | **missed** |');
  expect(text).toContain('| ratio | at least 60 times | 61 times | met |');
  expect(text).toContain('| memory | at most 1 GB | – GB | **missed** |');
});

test('a cell cannot break its table', () => {
  const text = sectionFor('Measured today.', { tables: [{ ...table, rows: [['a|b', 'c\nd']] }], goals: [] });
  expect(text).toContain('| a\\|b | c d |');
});
