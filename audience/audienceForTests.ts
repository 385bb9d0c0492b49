/** An audience for one test: a database of its own, a clock that the test sets, a letter-box that the test empties. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openAudience } from '#audience/audience';
import { audienceDatabase } from '#audience/database';
import type { Letter } from '#audience/letter';
import { type Delivery, PostFault } from '#audience/post';
import type { SentSignUp } from '#audience/signUp';
import type { Moment } from '#model/moment';
import { site } from '#site';

/** The moment at which every test begins. */
const start: Moment = Date.parse('2026-10-15T09:00:00+03:00');

const askServer = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
};

/** An empty database on a PostgreSQL server, and how to be rid of it. */
export const emptyDatabase = async (server: string) => {
  const name = `standfirst_${randomBytes(6).toString('hex')}`;
  await askServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => askServer(server, `drop database ${name} with (force)`) };
};

/** `server`: a PostgreSQL server on which databases may be made; without one it is SQLite. */
export const audienceForTests = async (server: string | undefined) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'audience-'));
  const postgres = server === undefined ? undefined : await emptyDatabase(server);
  const place = { dataDir, siteUrl: 'https://news.example', databaseUrl: postgres?.url };
  const letters: Letter[] = [];
  const lines: string[] = [];
  let at = start;
  let postOffice: 'open' | 'closed' | 'refuses' = 'open';
  const deliver = (letter: Letter): Promise<Delivery> => {
    if (postOffice === 'closed') return Promise.reject(new PostFault('ECONNREFUSED'));
    if (postOffice === 'refuses') return Promise.resolve({ is: 'refused' });
    letters.push(letter);
    return Promise.resolve({ is: 'sent', where: 'the test' });
  };
  const now = (): Moment => at;
  const open = () => openAudience({ place, site, now, log: (what) => lines.push(what), deliver });
  const audience = open();
  const database = audienceDatabase(place);
  return {
    audience,
    /** Another process with the same database and secret. */
    another: open,
    letters,
    lines,
    now,
    later: (milliseconds: number) => void (at += milliseconds),
    postOffice: (state: typeof postOffice) => void (postOffice = state),
    db: database.ready,
    /** A form as a person sends it: read, filled in, sent. */
    signUp: async (form: Partial<SentSignUp> = {}) => {
      const stamp = audience.stamp();
      at += 5000;
      const answer = await audience.signUp(
        { email: 'reader@example.org', newsletters: ['six-oclock'], website: '', stamp, from: '192.0.2.7', ...form },
        at,
      );
      await audience.sendDue();
      return answer;
    },
    /** The token of a kind of link in the newest letter. */
    tokenIn: (page: 'confirm' | 'preferences' | 'unsubscribe', letter = letters.at(-1)): string =>
      new RegExp(`/newsletter/${page}\\?token=(\\S+)`).exec(letter?.text ?? '')?.[1] ?? '',
    close: async () => {
      await audience.sendDue();
      await audience.close();
      await database.close();
      await postgres?.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
};

/** What `audienceForTests` gives. */
export type TestAudience = Awaited<ReturnType<typeof audienceForTests>>;
