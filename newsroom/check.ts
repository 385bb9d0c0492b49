/** `npm run check`: what is wrong in the newsroom's files, where, and what to write instead. */
import { endWith } from '#newsroom/exitCode';
import { checkNewsroom } from '#newsroom/checkNewsroom';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;

endWith(
  await checkNewsroom({
    args: process.argv.slice(2),
    env,
    cwd: process.cwd(),
    out: screenOn(process.stdout, env),
    side: screenOn(process.stderr, env),
  }),
);
