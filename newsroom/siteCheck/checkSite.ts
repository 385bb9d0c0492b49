/** `npm run check:site`: visits a news site and says which rules it breaks, where, and what to do. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Start } from '#newsroom/checkNewsroom';
import { CommandFault, commandPlace } from '#newsroom/commandPlace';
import { crawl, type Visit } from '#newsroom/siteCheck/crawl';
import { siteFlags, siteUsage, type SiteFlags } from '#newsroom/siteCheck/flags';
import { startOwnSite } from '#newsroom/siteCheck/ownSite';
import { reportJson, reportText, ruleLines } from '#newsroom/siteCheck/report';
import { breachesOf } from '#newsroom/siteRules/catalogue';

/** Signs of life come at most so often, in milliseconds. */
const progressEvery = 1000;

const visitOf = async (origin: string, flags: SiteFlags, { side, env, cwd }: Start): Promise<Visit> => {
  const start = performance.now();
  let last = start;
  const progress = (done: number, known: number): void => {
    if (performance.now() - last < progressEvery) return;
    last = performance.now();
    side.write(`${done} of ${known} known addresses visited, ${Math.round((done * 1000) / (last - start))} a second\n`);
  };
  const visit = await crawl({ ...flags, origin, now: flags.now ?? commandPlace(env, cwd).now(), progress });
  const home = visit.site.answers.get(visit.site.home);
  if (!home || home.status === 0)
    throw new CommandFault(
      `${origin} cannot be reached: ${home?.fault ?? 'robots.txt closes its front page to this program'}.`,
    );
  if (new URL(home.address).origin !== origin)
    throw new CommandFault(`${origin} is redirected to ${home.address}. Check that address.`);
  return visit;
};

const checkAt = async (origin: string, flags: SiteFlags, start: Start): Promise<number> => {
  const visit = await visitOf(origin, flags, start);
  const breaches = breachesOf(visit.site, flags.rules);
  const json = flags.json === undefined ? '' : reportJson(visit, breaches, flags.rules);
  if (typeof flags.json === 'string') writeFileSync(resolve(start.env.INIT_CWD ?? start.cwd, flags.json), json);
  start.out.write(flags.json === true ? json : reportText(start.out, visit, breaches));
  return breaches.length > 0 ? 1 : 0;
};

/** Runs the command; answers with its exit code: 0 where no rule is broken, 1 where one is, 2 where nothing was checked. */
export const checkSite = async (start: Start): Promise<number> => {
  try {
    const flags = siteFlags(start.args);
    if (flags.help || flags.list) {
      start.out.write(flags.help ? siteUsage : ruleLines());
      return 0;
    }
    if (flags.address !== undefined) return await checkAt(flags.address, flags, start);
    const own = await startOwnSite(start.env, start.cwd);
    try {
      return await checkAt(own.origin, flags, start);
    } finally {
      await own.end();
    }
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    start.side.write(`${fault.message}\n`);
    return 2;
  }
};
