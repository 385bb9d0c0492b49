import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog, takeConsole } from '#edge/log';
import type { LogForm } from '#edge/log';
import { withoutPersons } from '#edge/withoutPersons';

const heard = (form: Partial<LogForm>) => {
  const lines: string[] = [];
  const faults: string[] = [];
  const said = createLog({ level: 'info', json: false, ...form }, (line, isFault) =>
    (isFault ? faults : lines).push(line),
  );
  return { ...said, lines, faults };
};

test('a person reads when, who and what; facts stand behind', () => {
  const { log, lines } = heard({});
  log('publisher', 'edition 3', { documents: 12 });
  expect(lines).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d publisher: edition 3 documents=12\n$/)]);
});

test('a machine reads one JSON object for each line, with the zone of its time', () => {
  const { log, lines } = heard({ json: true });
  log('edge', 'two\nlines', { port: 3000 });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toContain('\n');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    who: 'edge',
    msg: 'two\nlines',
    port: 3000,
  });
});

test('what goes wrong goes to the error stream, and the level says how much is said', () => {
  const quiet = heard({ level: 'error' });
  quiet.log('edge', 'renderer is ready');
  quiet.complain('edge', 'renderer ended');
  expect([quiet.lines, quiet.faults.length]).toEqual([[], 1]);
  const usual = heard({});
  usual.mention('edge', 'a detail');
  expect(usual.lines).toEqual([]);
  const all = heard({ level: 'debug' });
  all.mention('edge', 'a detail');
  expect(all.lines).toHaveLength(1);
});

test.each([
  ['connect ECONNREFUSED 203.0.113.9:443', 'connect ECONNREFUSED [address]:443'],
  ['from 2001:db8::1 and ::ffff:203.0.113.9', 'from [address] and [address]'],
  ['[2001:db8:0:1::7%eth0]:80', '[[address]]:80'],
  ['550 no such user amina.wafula+news@mail.example', '550 no such user [mail address]'],
  ['<jürgen@müller.example>: refused', '<[mail address]>: refused'],
  ['GET /search?q=my+illness failed', 'GET /search?[left out] failed'],
  ['https://news.example/newsletter/confirm?token=abc', 'https://news.example/newsletter/confirm?[left out]'],
  ['fatal: https://me:hunter2@git.example/x.git', 'fatal: https://[left out]@git.example/x.git'],
  ['postgres://user:hunter2@db/x is away', 'postgres://[left out]@db/x is away'],
  ['Authorization: Bearer abc.def.ghi', 'Authorization: [left out] [left out]'],
  ['token=abcdef, then', 'token=[left out], then'],
])('nobody is found in the log: %s', (line, told) => {
  const text = withoutPersons(line);
  for (const word of ['203.0.113.9', '2001:db8', 'wafula', 'rgen@', 'illness', 'abc', 'hunter2']) {
    expect(text).not.toContain(word);
  }
  if (!line.startsWith('Authorization')) expect(text).toBe(told);
});

test.each([
  '12:30:05 edge: renderer is ready',
  'content/articles/2026/10/15/bridge.mdx:12:5: a problem',
  'at open (/site/archive/database.ts:12:34)',
  'metrics are at http://127.0.0.1:9100/metrics',
  'listening on ::1 and 0.0.0.0',
  'libsql 0.5.29, node_modules/@parcel/watcher@2.6.0/index.js',
  'why? nobody knows',
  '2026-10-15T09:00:00+03:00',
])('what helps to mend stays as it is: %s', (line) => {
  expect(withoutPersons(line)).toBe(line);
});

test('without a terminal the lines are JSON, and the last words of a dying process are heard', () => {
  const script = `import { complain, log } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))};
    log('edge', 'one', { of: 'reader@mail.example' }); complain('edge', 'two'); process.exit(1);`;
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const asMachine = run({ LOG_FORMAT: '', LOG_LEVEL: '' });
  expect(JSON.parse(asMachine.stdout)).toMatchObject({ who: 'edge', msg: 'one', of: '[mail address]' });
  expect(JSON.parse(asMachine.stderr)).toMatchObject({ level: 50, msg: 'two' });
  expect(run({ LOG_FORMAT: 'text' }).stdout).toMatch(/^\d\d:\d\d:\d\d edge: one of=\[mail address\]\n$/);
  expect(run({ LOG_FORMAT: 'text', LOG_LEVEL: 'silent' }).stderr).toBe('');
});

test('where the log is for machines, what a package writes to the console is a line of it; on a terminal nothing changes', () => {
  const { log: original, info, debug, warn, error } = console;
  const { log, complain, lines, faults } = heard({ json: true });
  takeConsole('renderer', { isForMachines: false, into: { log, complain } });
  expect(console.log).toBe(original);
  try {
    takeConsole('renderer', { isForMachines: true, into: { log, complain } });
    console.log('\u001b[32m✓\u001b[39m Ready in %d ms\n', 12);
    console.log('');
    console.error(new Error('of reader@mail.example'));
  } finally {
    Object.assign(console, { log: original, info, debug, warn, error });
  }
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { who: 'renderer', msg: '✓ Ready in 12 ms' },
  ]);
  expect(JSON.parse(faults[0] ?? '')).toMatchObject({ level: 50, who: 'renderer' });
  expect(faults[0]).toContain('of [mail address]');
});
