/** `npm run pull`: pulls once, as the publisher does, and says how it went. */
import { endWith } from '#newsroom/exitCode';
import { pullNow } from '#newsroom/pullNow';
import { screenOn } from '#newsroom/screen';

// The command is a process of its own, and hands its environment on as data.
const { env } = process;

endWith(
  await pullNow({
    args: process.argv.slice(2),
    env,
    cwd: process.cwd(),
    out: screenOn(process.stdout, env),
    side: screenOn(process.stderr, env),
  }),
);
