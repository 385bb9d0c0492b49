/** robots.txt by RFC 9309, with the lines that publishers add: Sitemap, Content-Signal, License. */

/** One allow or disallow line. */
type Line = { readonly allows: boolean; readonly pattern: string };

/** Lines for one or more programs, whose names are in lower case. */
export type RobotsGroup = {
  readonly agents: readonly string[];
  readonly lines: readonly Line[];
  /** Seconds between two requests that the group is asked to keep. */
  readonly delay?: number;
  /** Content signals, like `search=yes, ai-train=no`, as written. */
  readonly signals: readonly string[];
};

/** A whole file. */
export type Robots = {
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
  readonly licences: readonly string[];
  /** Lines that no program understands. */
  readonly unread: readonly string[];
};

type Draft = { agents: string[]; lines: Line[]; signals: string[]; delay?: number };

/** Keys that programs know and that change nothing here. */
const known = /^(content-usage|host|clean-param|request-rate|visit-time|noindex)$/;

/** Reads a file; nothing in it can fail. */
export const readRobots = (text: string): Robots => {
  const groups: Draft[] = [];
  const sitemaps: string[] = [];
  const licences: string[] = [];
  const unread: string[] = [];
  let group: Draft | undefined;
  for (const whole of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const line = whole.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [, key = '', value = ''] = /^([^:]+?)\s*:\s*(.*)$/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      // A new group begins where rules stand between two names.
      if (!group || group.lines.length > 0 || group.signals.length > 0 || group.delay !== undefined) {
        group = { agents: [], lines: [], signals: [] };
        groups.push(group);
      }
      group.agents.push(value.toLowerCase());
    } else if (name === 'allow' || name === 'disallow') group?.lines.push({ allows: name === 'allow', pattern: value });
    else if (name === 'content-signal') {
      if (group) group.signals.push(value);
      else groups.push((group = { agents: ['*'], lines: [], signals: [value] }));
    } else if (name === 'crawl-delay') {
      if (group && Number(value) > 0) group.delay = Number(value);
    } else if (name === 'sitemap') sitemaps.push(value);
    else if (name === 'license') licences.push(value);
    else if (!known.test(name)) unread.push(line);
  }
  return { groups, sitemaps, licences, unread };
};

/** The product in a User-Agent line: `news-check` of `News-Check/1.0 (+https://news.example)`. */
const productOf = (agent: string): string => (/^[^\s/]*/.exec(agent.trim())?.[0] ?? '').toLowerCase();

/** The groups that a program obeys: its own, or those for all. `agent` is a product like `Googlebot-News`, or its whole line. */
export const groupsFor = ({ groups }: Robots, agent: string): readonly RobotsGroup[] => {
  const name = productOf(agent);
  const own = groups.filter(({ agents }) => agents.includes(name));
  return own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
};

/** Whether a pattern with `*` and a closing `$` is the beginning of a path; without regular expressions, so always fast. */
const isMatch = (pattern: string, path: string): boolean => {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
};

/** Whether a program may read an address: the longest line that fits decides, and allow wins a tie. */
export const mayRead = (robots: Robots | undefined, agent: string, address: string): boolean => {
  if (!robots) return true;
  const { pathname, search } = new URL(address);
  const path = pathname + search;
  let best: Line | undefined;
  for (const line of groupsFor(robots, agent).flatMap(({ lines }) => lines)) {
    if (line.pattern === '' || !isMatch(line.pattern, path)) continue;
    const longer = !best || line.pattern.length > best.pattern.length;
    if (longer || (line.allows && line.pattern.length === best?.pattern.length)) best = line;
  }
  return best?.allows ?? true;
};

/** Seconds that a program is asked to leave between two requests; 0 where nobody asks. */
export const delayFor = (robots: Robots, agent: string): number =>
  Math.max(0, ...groupsFor(robots, agent).map(({ delay = 0 }) => delay));
