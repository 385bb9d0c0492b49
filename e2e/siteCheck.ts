/** Runs `npm run check:site` on a running site, as an editor or a program does, and reads what it answers. */
import { execFile } from 'node:child_process';

/** What the command answered: its code, its object, and what it said beside it. */
export type SiteReport = {
  readonly code: number;
  readonly pages: number;
  readonly rules: readonly string[];
  readonly breaches: readonly { readonly name: string; readonly page: string; readonly found: string }[];
  /** The self-check by the Journalism Trust Initiative. */
  readonly clauses: readonly { readonly number: number; readonly state: string }[];
  readonly said: string;
};

/** Visits the site at this address, which is on this machine: the command believes the clock that it tells. */
export const checkSiteAt = (address: string): Promise<SiteReport> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['press/command.mjs', 'site', '--json', address],
      { maxBuffer: 64 * 1024 * 1024 },
      (fault, answer, said) => {
        const code = fault === null ? 0 : fault.code;
        if (code !== 0 && code !== 1) return reject(new Error(`check:site ended with ${code}: ${said}`));
        const report: Omit<SiteReport, 'code' | 'said'> = JSON.parse(answer);
        resolve({ ...report, code, said });
      },
    );
  });

/** Breaches in words, for a message that says at once what is wrong. */
export const breachesIn = ({ breaches }: SiteReport): readonly string[] =>
  breaches.map(({ name, page, found }) => `${name} ${new URL(page).pathname}: ${found}`);
