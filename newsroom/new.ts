/** `npm run new`: makes a file for an article, an author, a category, a series, a film, a page or an entry of a live article. */
import { makeNew } from '#newsroom/makeNew';
import { editorAt } from '#newsroom/questions';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;
const args = process.argv.slice(2);

// With flags and without a keyboard nobody is asked: a program that waits for an answer would wait for ever.
const asks = process.stdin.isTTY || args.length === 0;

process.exitCode = await makeNew(
  { args, env, cwd: process.cwd(), out: screenOn(process.stdout, env), side: screenOn(process.stderr, env) },
  asks ? () => editorAt(process.stdin, process.stdout) : undefined,
);
