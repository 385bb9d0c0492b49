import { createServer, type RequestListener } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSite } from '#newsroom/siteCheck/checkSite';
import { servePaper } from '#newsroom/siteCheck/servePaper';
import { paperNow, smallPaper } from '#newsroom/siteCheck/smallPaper';

const clock = ['--now', new Date(paperNow).toISOString()];

const run = async (...args: readonly string[]) => {
  const [out, side]: [string[], string[]] = [[], []];
  const code = await checkSite({
    args,
    env: {},
    cwd: process.cwd(),
    out: { write: (text) => void out.push(text), colour: false },
    side: { write: (text) => void side.push(text), colour: false },
  });
  return { code, out: out.join(''), side: side.join('') };
};

const served = async <T>(answer: RequestListener, use: (origin: string) => Promise<T>): Promise<T> => {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

test('a site that breaks no rule ends with 0, one that breaks some ends with 1 and is told where and what to do', async () => {
  const paper = await smallPaper();
  const { origin, end } = await servePaper(paper);
  try {
    const clean = await run(...clock, origin);
    expect([clean.code, clean.out]).toEqual([0, expect.stringMatching(/^No rule is broken in \d+ pages/)]);
    const home = paper.get('/');
    if (home) home.body = String(home.body).replace('<a href="/about/privacy">privacy</a>', '');
    const broken = await run(...clock, origin);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('T1 The footer links');
    expect(broken.out).toContain('the footer links no page for privacy');
    expect(broken.out).toContain('What to do: Write the pages');
    const other = await run(...clock, '--rules', 'A1,h1', origin);
    expect([other.code, other.out]).toEqual([0, expect.stringContaining('No rule is broken')]);
  } finally {
    await end();
  }
});

test('a program gets one object and nothing else, or a file of it beside the lines for people', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-report-'));
  const { origin, end } = await servePaper(await smallPaper());
  try {
    const file = join(folder, 'report.json');
    const { out } = await run(...clock, '--json', origin);
    expect(JSON.parse(out)).toMatchObject({ version: 1, site: origin, breaches: [], feeds: 1 });
    expect((await run(...clock, '--out', file, origin)).out).toContain('No rule is broken');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(out));
  } finally {
    await end();
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [['--colour'], /--colour/],
  [['--max-pages', 'many', 'https://news.example'], /--max-pages is "many"\. Write a whole number/],
  [['--concurrency', '0', 'https://news.example'], /--concurrency is "0"/],
  [['--rules', 'A1,Z9', 'https://news.example'], /There is no rule "Z9"\. npm run check:site -- --list/],
  [['--now', 'yesterday', 'https://news.example'], /--now is "yesterday"\. Write a moment with its offset/],
  [['news.example'], /"news\.example" is no address of a site\. Write it whole, like https:/],
  [['ftp://news.example'], /no address of a site/],
  [['https://a.example', 'https://b.example'], /One address at a time/],
  [['--out', '/no/such/folder/report.json', 'ORIGIN'], /report\.json cannot be written: its folder is not there/],
] as const)('%j is not understood, and the command says what would be', async (args, words) => {
  const { origin, end } = await servePaper(await smallPaper());
  try {
    const { code, out, side } = await run(...args.map((word) => word.replace('ORIGIN', origin)));
    expect([code, out]).toEqual([2, '']);
    expect(side).toMatch(words);
  } finally {
    await end();
  }
});

test('a site that cannot be reached, or is no news site, ends with 2 and says why', async () => {
  const { origin, end } = await servePaper(await smallPaper());
  await end();
  const closed = await run(origin);
  expect([closed.code, closed.out]).toEqual([2, '']);
  expect(closed.side).toMatch(/cannot be reached: the connection broke: .*ECONNREFUSED.*\. Is the site running/);
});

test('a site that answers without meaning is named, not crashed upon', async () => {
  const garbage = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256));
  const types = ['text/html', 'application/xml', 'application/rss+xml', 'image/jpeg'];
  let asked = 0;
  const { code, out } = await served(
    ({ url }, response) => {
      asked += 1;
      response.writeHead(200, {
        'content-type': url === '/' ? 'text/html' : types[asked % types.length],
        'content-encoding': asked % 5 ? '' : 'gzip',
      });
      response.end(garbage);
    },
    (origin) => run(origin),
  );
  expect(code).toBe(1);
  expect(out).toMatch(/rules are broken/);
});

test('a front page that is a fault, no page at all or another site’s is told as that, and nothing is checked', async () => {
  const answers = (status: number, headers: Record<string, string>, body: string) =>
    served(
      (_, response) => void response.writeHead(status, headers).end(body),
      (origin) => run(origin),
    );
  const fault = await answers(503, { 'content-type': 'text/html' }, '<h1>Later</h1>');
  expect([fault.code, fault.side]).toEqual([2, expect.stringMatching(/front page .* answers 503/)]);
  const list = await answers(200, { 'content-type': 'application/json' }, '{}');
  expect([list.code, list.side]).toEqual([2, expect.stringMatching(/front page .* is application\/json, not HTML/)]);
  const away = await answers(301, { location: 'https://www.news.example/' }, '');
  expect([away.code, away.side]).toEqual([
    2,
    expect.stringMatching(/redirected to https:\/\/www\.news\.example\/\. Check that/),
  ]);
});

test('a site whose robots.txt shuts this program out is left alone', async () => {
  const paths: (string | undefined)[] = [];
  const { code, side } = await served(
    (request, response) => {
      paths.push(request.url);
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /\n');
    },
    (origin) => run(origin),
  );
  expect([code, paths]).toEqual([2, ['/robots.txt']]);
  expect(side).toContain('robots.txt closes its front page to this program');
});
