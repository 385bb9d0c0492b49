import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.each(['start', 'dev', 'make'])('a wish behind a command that takes none is not passed over: %s', (name) => {
  const answer = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`), '--', '--port', '8080'], {
    // Where they were passed over, a site would start.
    timeout: 60_000,
    encoding: 'utf8',
  });
  expect([answer.status, answer.stdout]).toEqual([1, '']);
  expect(answer.stderr).toMatch(/^npm .+ takes no words, and here is --port\. .+PORT=8080/);
});
