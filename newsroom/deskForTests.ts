/** A throwaway newsroom in which a test works as an editor does: writes files, runs the commands, reads what they say. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkNewsroom, type Start } from '#newsroom/checkNewsroom';
import { makeNew } from '#newsroom/makeNew';
import { moveArticle } from '#newsroom/move/moveArticle';
import type { Editor } from '#newsroom/questions';
import type { Finding } from '#model/problem';

/** What a command said and how it ended. */
export type Said = { readonly code: number; readonly out: string; readonly side: string };

/** What `check --json` prints. */
export type Report = {
  readonly files: number;
  readonly articles: number;
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
};

/** A newsroom on a Thursday morning at nine, in Nairobi. */
export type TestDesk = {
  readonly folder: string;
  readonly dataDir: string;
  readonly write: (file: string, text: string | Uint8Array) => void;
  readonly read: (file: string) => string;
  /** Runs `check`; `width` makes the screen a terminal. */
  readonly check: (args?: readonly string[], how?: { width?: number; clock?: string }) => Promise<Said>;
  readonly report: (args?: readonly string[]) => Promise<Report>;
  /** Runs `new`; with `answers` an editor sits at the keyboard, who goes away after the last. */
  readonly make: (args: readonly string[], answers?: readonly string[]) => Promise<Said>;
  /** Runs `move`. */
  readonly move: (...args: readonly string[]) => Promise<Said>;
  readonly close: () => void;
};

/** An editor who gives these answers, one to each question. */
const editorWith = (answers: readonly string[], heard: string[]): Editor => {
  const left = [...answers];
  return {
    ask: (question) => {
      heard.push(question);
      return Promise.resolve(left.shift());
    },
    tell: (words) => void heard.push(words),
    close: () => undefined,
  };
};

/** Opens an empty newsroom in which Amina Wafula writes for the counties. */
export const openTestDesk = (): TestDesk => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const dataDir = join(folder, 'data');
  mkdirSync(join(folder, 'content'));
  const write: TestDesk['write'] = (file, text) => {
    const path = join(folder, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n');
  write('categories/counties.mdx', '---\ntitle: Counties\ndescription: The counties.\norder: 1\n---\n');
  const start = (args: readonly string[], out: string[], side: string[], width?: number, clock?: string): Start => ({
    args,
    env: {
      CONTENT_DIR: join(folder, 'content'),
      DATA_DIR: dataDir,
      TEST_CLOCK: clock ?? '2026-10-15T09:00:00+03:00',
    },
    cwd: folder,
    out: { write: (text) => void out.push(text), colour: false, ...(width !== undefined && { width }) },
    side: { write: (text) => void side.push(text), colour: false },
  });
  const check: TestDesk['check'] = async (args = [], { width, clock } = {}) => {
    const [out, side]: [string[], string[]] = [[], []];
    const code = await checkNewsroom(start(args, out, side, width, clock));
    return { code, out: out.join(''), side: side.join('') };
  };
  return {
    folder,
    dataDir,
    write,
    read: (file) => readFileSync(join(folder, 'content', file), 'utf8'),
    check,
    // The command's own answer, whose shape a test of its own promises.
    report: async (args = []) => JSON.parse((await check(['--json', ...args])).out) as Report,
    async make(args, answers) {
      const [out, side]: [string[], string[]] = [[], []];
      const code = await makeNew(start(args, out, side), answers && (() => editorWith(answers, out)));
      return { code, out: out.join('\n'), side: side.join('') };
    },
    async move(...args) {
      const [out, side]: [string[], string[]] = [[], []];
      const code = await moveArticle(start(args, out, side));
      return { code, out: out.join(''), side: side.join('') };
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
