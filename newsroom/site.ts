/** `npm run check:site`: which rules of machines a running news site breaks. */
import { endWith } from '#newsroom/exitCode';
import { checkSite } from '#newsroom/siteCheck/checkSite';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;

endWith(
  await checkSite({
    args: process.argv.slice(2),
    env,
    cwd: process.cwd(),
    out: screenOn(process.stdout, env),
    side: screenOn(process.stderr, env),
  }),
);
