/** `npm run check:site`: visits a news site and says which rules it breaks, where, and what to do. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Start } from '#newsroom/checkNewsroom';
import { CommandFault, commandPlace } from '#newsroom/commandPlace';
import { clauseText } from '#newsroom/siteCheck/clauseReport';
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
  const visit = await crawl({ ...flags, origin, own: commandPlace(env, cwd).now(), progress });
  const fault = faultOfHome(visit);
  if (fault !== undefined) throw new CommandFault(fault);
  return visit;
};

/** Why a site cannot be checked at all, and what to do; undefined where its front page is a page. */
const faultOfHome = ({ site: { origin, home, answers } }: Visit): string | undefined => {
  const answer = answers.get(home);
  if (!answer)
    return `${origin} is left alone: robots.txt closes its front page to this program. Let it in, or be another by --user-agent.`;
  const { status, address, fault, headers } = answer;
  if (status === 0)
    return `${origin} cannot be reached: ${fault ?? 'no answer came'}. Is the site running, and is the address right?`;
  if (new URL(address).origin !== origin) return `${origin} is redirected to ${address}. Check that address.`;
  if (status !== 200) return `The front page ${home} answers ${status}. Try again when it answers 200.`;
  const type = headers['content-type'] ?? 'nothing';
  const isPage = /^(text\/html|application\/xhtml)/i.test(type);
  return isPage ? undefined : `The front page ${home} is ${type}, not HTML. Name the address of a news site.`;
};

/** The file of `--out`, whose folder must be there before a long visit begins. */
const fileFor = (name: string, { env, cwd }: Start): string => {
  const file = resolve(env.INIT_CWD ?? cwd, name);
  if (existsSync(dirname(file))) return file;
  throw new CommandFault(`${file} cannot be written: its folder is not there. Name a file in a folder that is.`);
};

const checkAt = async (origin: string, flags: SiteFlags, start: Start): Promise<number> => {
  const file = typeof flags.json === 'string' ? fileFor(flags.json, start) : undefined;
  const visit = await visitOf(origin, flags, start);
  const rules = flags.clauses ? ['T4'] : flags.rules;
  const breaches = breachesOf(visit.site, rules);
  const json = flags.json === undefined ? '' : reportJson(visit, breaches, rules);
  if (file !== undefined) writeFileSync(file, json);
  const lines = flags.clauses ? clauseText(start.out, visit) : reportText(start.out, visit, breaches);
  start.out.write(flags.json === true ? json : lines);
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
