/** The words after `npm run check:site --`. */
import { parseArgs } from 'node:util';
import { CommandFault } from '#newsroom/commandPlace';
import { momentOf } from '#newsroom/siteRules/moments';
import { siteRules } from '#newsroom/siteRules/catalogue';

/** What `check:site` was asked to do. */
export type SiteFlags = {
  /** Absent: this site, started from its build. */
  readonly address?: string;
  /** JSON to standard output, or to this file. */
  readonly json?: true | string;
  readonly list: boolean;
  /** Whether to go through the clauses of the self-check instead of the rules. */
  readonly clauses: boolean;
  readonly help: boolean;
  readonly rules?: readonly string[];
  readonly maxPages: number;
  readonly concurrency: number;
  readonly agent: string;
  /** Moment of the site's clock in epoch milliseconds; absent: now. */
  readonly now?: number;
  readonly indexNowKey?: string;
};

/** How the command is used, for `--help`. */
export const siteUsage = `npm run check:site                          starts this site from its build and checks it
npm run check:site -- https://news.example  checks any running news site
  --rules A1,N3        only these          --list               tells all rules
  --max-pages 1000     pages to visit      --concurrency 4      requests at a time
  --user-agent NAME    as whom to ask      --now MOMENT         the site's clock, with offset
  --clauses            the self-check by the Journalism Trust Initiative, clause by clause
  --json               one object for a program, to standard output
  --out FILE           the same object to a file, lines for people to the screen
  --indexnow-key KEY   also checks the IndexNow key file

Ends with 0 where no rule is broken, 1 where one is, 2 where nothing could be checked.
`;

const options = {
  rules: { type: 'string' },
  'max-pages': { type: 'string', default: '1000' },
  concurrency: { type: 'string', default: '4' },
  'user-agent': { type: 'string', default: 'standfirst-check' },
  now: { type: 'string' },
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
  list: { type: 'boolean', default: false },
  clauses: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  'indexnow-key': { type: 'string' },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new CommandFault(`${fault instanceof Error ? fault.message : fault}\n${siteUsage}`);
  }
};

const count = (name: string, text: string, most: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new CommandFault(`--${name} is "${text}". Write a whole number from 1 to ${most}.`);
};

const rulesOf = (text: string | undefined): readonly string[] | undefined => {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim().toUpperCase());
  const wrong = names.find((name) => siteRules.every((rule) => rule.name !== name));
  if (wrong !== undefined)
    throw new CommandFault(`There is no rule "${wrong}". npm run check:site -- --list tells all.`);
  return names;
};

const addressOf = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new CommandFault(`"${text}" is no address of a site. Write it whole, like https://news.example.`);
};

/** Reads the flags; throws `CommandFault` for what cannot be used. */
export const siteFlags = (args: readonly string[]): SiteFlags => {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1) throw new CommandFault(`One address at a time, please.\n${siteUsage}`);
  const [address, rules] = [addressOf(positionals[0]), rulesOf(values.rules)];
  const now = values.now === undefined ? undefined : momentOf(values.now);
  if (values.now !== undefined && now === undefined)
    throw new CommandFault(`--now is "${values.now}". Write a moment with its offset, like 2026-10-15T09:00:00+03:00.`);
  return {
    ...(address !== undefined && { address }),
    ...(values.out !== undefined ? { json: values.out } : values.json && { json: true as const }),
    list: values.list,
    clauses: values.clauses,
    help: values.help,
    ...(rules && { rules }),
    maxPages: count('max-pages', values['max-pages'], 1_000_000),
    concurrency: count('concurrency', values.concurrency, 64),
    agent: values['user-agent'],
    ...(now !== undefined && { now }),
    ...(values['indexnow-key'] !== undefined && { indexNowKey: values['indexnow-key'] }),
  };
};
