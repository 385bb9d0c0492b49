import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer } from '#archive/desk';
import { openDesks } from '#archive/desks';

const context = { timeZone: 'Africa/Nairobi', smartPunctuation: false };

test('many more files than fit one batch are each answered once, and the desks are used again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desks-'));
  const names = Array.from({ length: 150 }, (_, nth) => `category-${nth}.mdx`);
  for (const name of names) writeFileSync(join(folder, name), '---\ntitle: A\ndescription: About it.\norder: 1\n---\n');
  const tasks = names.map((name) => ({ file: `categories/${name}`, onDisk: name }));
  const desks = openDesks(folder, context);
  for (let round = 0; round < 2; round += 1) {
    const answers: Answer[] = [];
    await desks.read(tasks, (some) => answers.push(...some));
    expect(answers.map((answer) => answer.file).sort()).toEqual(tasks.map((task) => task.file).sort());
    expect(answers.every((answer) => answer.is === 'read' && answer.reading.problems.length === 0)).toBe(true);
  }
  await desks.close();
  rmSync(folder, { recursive: true });
});

test('a file that is gone or was a folder all the time is missing, and holds up no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desks-'));
  writeFileSync(join(folder, 'a.mdx'), '---\ntitle: A\ndescription: About it.\norder: 1\n---\n');
  const desks = openDesks(folder, context);
  const answers: Answer[] = [];
  const tasks = ['a.mdx', 'gone.mdx'].map((name) => ({ file: `categories/${name}`, onDisk: name }));
  await desks.read(tasks, (some) => answers.push(...some));
  expect(answers.map(({ is }) => is)).toEqual(['read', 'missing']);
  await desks.close();
  rmSync(folder, { recursive: true });
});
