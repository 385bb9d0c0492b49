/** `npm run move`: gives an article another name, day or category; its old address and every link to it go along. */
import { moveArticle } from '#newsroom/move/moveArticle';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;

process.exitCode = await moveArticle({
  args: process.argv.slice(2),
  env,
  cwd: process.cwd(),
  out: screenOn(process.stdout, env),
  side: screenOn(process.stderr, env),
});
