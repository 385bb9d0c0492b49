/** Whatever dies behind the front door, readers have their newspaper; whatever is published reaches them, and what is taken down is gone. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { piece, smallNewsroom } from './newsroom.ts';
import { type SecondSite, startSecondSite, temporaryFolder } from './secondSite.ts';

test.describe.configure({ timeout: 180_000, mode: 'serial' });

const clock = '2026-10-15T09:00:00+03:00';
const path = '/2026/10/15/first';
const newsroom = smallNewsroom();
let site: SecondSite;

test.beforeAll(async () => {
  for (let n = 1; n <= 30; n += 1) {
    newsroom.save(
      `articles/2026/10/15/piece-${n}.mdx`,
      piece(`Piece number ${n} of the harbour`, `Words of number ${n}.`),
    );
  }
  newsroom.save(`articles${path}.mdx`, piece('The first piece', 'Version 0 of the words.'));
  site = await startSecondSite({ contentDir: newsroom.folder, clock });
});

test.afterAll(async () => {
  await site.end();
  rmSync(newsroom.folder, { recursive: true, force: true });
});

/** Readers who ask for some pages again and again until told to stop; gives what went wrong. */
const readers = (paths: readonly string[], looks?: (body: string, status: number) => string | undefined) => {
  let open = true;
  let asked = 0;
  const wrong: string[] = [];
  const read = async (): Promise<void> => {
    while (open) {
      for (const each of paths) {
        asked += 1;
        const { status, body } = await fetch(site.base + each).then(
          async (answer) => ({ status: answer.status, body: await answer.text() }),
          (fault: unknown) => ({ status: 0, body: String(fault) }),
        );
        const fault = looks ? looks(body, status) : status === 200 ? undefined : `${each}: ${status}`;
        if (fault) wrong.push(fault);
      }
    }
  };
  const all = Array.from({ length: 8 }, read);
  return {
    leave: async () => {
      open = false;
      await Promise.all(all);
      expect(asked).toBeGreaterThan(100);
      return wrong;
    },
  };
};

const cached = ['/', path, '/category/harbour', '/feed.xml'];
const warm = async (): Promise<void> => {
  for (const each of cached) expect((await fetch(site.base + each)).status, each).toBe(200);
};
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));
const status = (each: string) => fetch(site.base + each).then((answer) => answer.status);
const ready = () =>
  fetch(`${site.base}/api/health/ready`).then((answer) => answer.json() as Promise<Record<string, unknown>>);

const restarted = { timeout: 30_000 };

test('the renderer is killed three times under load: no reader of a kept page notices', async () => {
  await warm();
  const reading = readers(cached);
  for (let n = 0; n < 3; n += 1) {
    const killed = site.signal('renderer', 'SIGKILL');
    await expect.poll(() => site.hasNew('renderer', killed), restarted).toBe(true);
    await pause(300);
  }
  await expect.poll(() => status('/2026/10/15/piece-29'), restarted).toBe(200);
  expect(await reading.leave()).toEqual([]);
});

test('the renderer hangs: kept pages stay, it is killed after its missed heartbeats, and the others come again', async () => {
  await warm();
  await expect.poll(async () => (await ready()).renderer, restarted).toBe('ready');
  const reading = readers(cached);
  const hung = site.signal('renderer', 'SIGSTOP');
  await expect.poll(() => site.hasNew('renderer', hung), restarted).toBe(true);
  await expect.poll(() => status('/2026/10/15/piece-28'), restarted).toBe(200);
  expect(await reading.leave()).toEqual([]);
});

test('both processes are killed: pages stay, readiness tells the truth, and an edit is published all the same', async () => {
  await warm();
  site.signal('renderer', 'SIGKILL');
  site.signal('publisher', 'SIGKILL');
  for (const each of cached) expect(await status(each), each).toBe(200);
  // A busy machine tells the front door late that they are gone; a new renderer needs far longer to be ready.
  await expect.poll(async () => (await ready()).renderer, { ...restarted, intervals: [20] }).toBe('starting');
  newsroom.save(`articles${path}.mdx`, piece('The first piece', 'Saved while nobody was there to publish it.'));
  await expect
    .poll(() => fetch(site.base + path).then((answer) => answer.text()), restarted)
    .toContain('Saved while nobody was there');
  await expect.poll(async () => (await ready()).publisher, restarted).toBe('ready');
});

test('archive.db is deleted, and then damaged: kept pages never fail, and others come again from a new one', async () => {
  await warm();
  const reading = readers(cached);
  const file = join(site.dataDir, 'archive.db');
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  await expect.poll(() => status('/2026/10/15/piece-27'), restarted).toBe(200);
  // Until the new file is there, both processes go on with the one that no name leads to any more.
  await expect.poll(() => existsSync(file), restarted).toBe(true);
  newsroom.save('articles/2026/10/15/after-deletion.mdx', piece('After the deletion', 'Words that came afterwards.'));
  await expect.poll(() => status('/2026/10/15/after-deletion'), { timeout: 30_000 }).toBe(200);
  // The file alone, as people do it: what SQLite keeps beside it stays, and belongs to nothing.
  rmSync(file);
  await expect.poll(() => existsSync(file), restarted).toBe(true);
  newsroom.save('articles/2026/10/15/after-half.mdx', piece('After half of it', 'Words that came afterwards.'));
  await expect.poll(() => status('/2026/10/15/after-half'), { timeout: 30_000 }).toBe(200);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 0, Math.min(bytes.length, 100_000)));
  newsroom.save('articles/2026/10/15/after-damage.mdx', piece('After the damage', 'Words that came afterwards.'));
  await expect.poll(() => status('/2026/10/15/after-damage'), { timeout: 60_000 }).toBe(200);
  expect(await reading.leave()).toEqual([]);
});

test('an edition each 200 ms under load: nobody sees a version that was replaced three seconds ago', async () => {
  let saved = 1000;
  newsroom.save(`articles${path}.mdx`, piece('The first piece', `Version ${saved} of the words.`));
  await expect
    .poll(() => fetch(site.base + path).then((answer) => answer.text()), { timeout: 20_000 })
    .toContain(`Version ${saved}`);
  const times = new Map([[saved, performance.now()]]);
  const reading = readers([path], (body, code) => {
    const seen = Number(/Version (\d+)/.exec(body)?.[1] ?? NaN);
    const next = times.get(seen + 1);
    if (code !== 200 || Number.isNaN(seen)) return `status ${code}`;
    // The machine that runs tests is slow and shared; on a quiet one it is a tenth of a second.
    return next !== undefined && performance.now() - next > 3000 ? `version ${seen} while ${saved} stood` : undefined;
  });
  for (let n = 0; n < 20; n += 1) {
    await pause(200);
    saved += 1;
    times.set(saved, performance.now());
    newsroom.save(`articles${path}.mdx`, piece('The first piece', `Version ${saved} of the words.`));
  }
  await expect
    .poll(() => fetch(site.base + path).then((answer) => answer.text()), { timeout: 20_000 })
    .toContain(`Version ${saved}`);
  expect(await reading.leave()).toEqual([]);
});

test('a piece is withdrawn under load: once it answers 410, no page names it ever again', async () => {
  newsroom.save('articles/2026/10/15/secret.mdx', piece('A piece to withdraw', 'Words that must go.'));
  await expect
    .poll(() => fetch(`${site.base}/`).then((answer) => answer.text()), { timeout: 20_000 })
    .toContain('/2026/10/15/secret');
  await warm();
  let gone = false;
  const reading = readers(['/2026/10/15/secret', ...cached], (body, code) =>
    gone && body.includes('Words that must go')
      ? `its words (${code})`
      : gone && code === 200 && body.includes('/2026/10/15/secret')
        ? 'its address'
        : undefined,
  );
  await pause(300);
  newsroom.save(
    'articles/2026/10/15/secret.mdx',
    piece(
      'A piece to withdraw',
      'Words that must go.',
      'withdrawn:\n  on: 2026-10-15 08:00\n  reason: It was wrong from the first word to the last.\n',
    ),
  );
  await expect.poll(() => status('/2026/10/15/secret'), { timeout: 20_000 }).toBe(410);
  // Answers that were on their way when it was withdrawn may still arrive.
  await pause(100);
  gone = true;
  await pause(1000);
  expect(await reading.leave()).toEqual([]);
});

test('what was changed and taken down while the site was off is right from the first answer when it comes again', async () => {
  const [other, dataDir] = [smallNewsroom(), temporaryFolder()];
  const [kept, secret, deleted] = ['/2026/10/15/kept', '/2026/10/15/secret', '/2026/10/15/deleted'];
  const save = (address: string, words: string, more = ''): void =>
    other.save(`articles${address}.mdx`, piece(`A piece at ${address.slice(12)}`, words, more));
  for (const address of [kept, secret, deleted]) save(address, 'Old words.');
  const before = await startSecondSite({ contentDir: other.folder, clock, dataDir });
  for (const address of ['/', kept, secret, deleted]) expect((await fetch(before.base + address)).status).toBe(200);
  await before.end();
  save(kept, 'New words.');
  save(secret, 'Old words.', 'withdrawn:\n  on: 2026-10-15 08:00\n  reason: It was wrong.\n');
  rmSync(join(other.folder, `articles${deleted}.mdx`));

  const answers: string[] = [];
  let open = true;
  const readers: Promise<void>[] = [];
  const read = async (base: string, address: string): Promise<void> => {
    while (open) {
      const answer = await fetch(base + address).catch(() => undefined);
      if (answer) answers.push(`${address} ${answer.status} ${await answer.text()}`);
      else await pause(5);
    }
  };
  const starting = (base: string): void =>
    void readers.push(...['/', '/feed.xml', kept, secret, deleted].map((address) => read(base, address)));
  const after = await startSecondSite({ contentDir: other.folder, clock, dataDir, starting });
  await pause(300);
  open = false;
  await Promise.all(readers);
  await after.end();
  for (const folder of [other.folder, dataDir]) rmSync(folder, { recursive: true, force: true });
  const told = (what: string): string[] => answers.filter((answer) => answer.includes(what));
  expect(told('New words.').length).toBeGreaterThan(0);
  expect([...told('Old words.'), ...told(`${secret} 200`), ...told(`${deleted} 200`)]).toEqual([]);
  const fronts = answers.filter((answer) => answer.startsWith('/ 200'));
  expect(fronts.length).toBeGreaterThan(0);
  expect(fronts.filter((front) => front.includes(secret) || front.includes(deleted))).toEqual([]);
});

test('told to stop, the site finishes what is in flight and ends within ten seconds', async () => {
  const began = performance.now();
  const last = fetch(`${site.base}/2026/10/15/piece-26`);
  await pause(20);
  await site.end();
  expect((await last).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(10_000);
});
