import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { answerCard } from '#archive/pictures/answerCard';
import { type CardStudio, openCardStudio } from '#archive/pictures/cardStudio';
import { drawCard } from '#archive/pictures/drawCard';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import type { ArticleWithBody } from '#archive/questions';
import { resolvedForTests } from '#model/articleForTests';
import { cardAddress, headlineBox, shareCardFor } from '#model/shareCard';
import { publishedAt } from '#model/publication';

const fontFile = resolve('app/fonts/standfirst-serif-bold.ttf');
const embargo = 1_800_000_000_000;
const paperName = 'The Mara Courier';

const pieceAt = (headline: string, now: number) =>
  publishedAt(resolvedForTests({ headline, publishedAt: embargo }), now);

const desk = async (headline = 'Gĩkũyũ harvest & <i>“trade”</i> reopen') => {
  const dataDir = await mkdtemp(join(tmpdir(), 'answer-card-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const studio = openCardStudio({ dataDir, fontFile, now: () => embargo });
  const article = (address: string, now: number): ArticleWithBody | undefined => {
    const found = address === '/2026/10/15/bridge' ? pieceAt(headline, now) : undefined;
    // The card is made of the article alone.
    return found && ({ article: found } as ArticleWithBody);
  };
  const shown = pieceAt(headline, embargo);
  const card = shown && shareCardFor(shown, paperName);
  if (!card) throw new Error('No card for this headline.');
  const path = cardAddress(card, '/2026/10/15/bridge');
  const ask = (at = path, init: RequestInit = {}, now = embargo, by: CardStudio = studio) =>
    answerCard(new Request(`http://127.0.0.1${at}`, init), { archive: { article }, studio: by, paperName, now });
  return { ask, path };
};

const redrawn: CardStudio = () => Promise.reject(new Error('drawn again'));

test('H3: a card is a PNG of 1200 × 630, light enough for a message, and kept for ever', async () => {
  const { ask } = await desk();
  const answer = await ask();
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(bytes.length).toBeLessThan(600_000);
  const again = await ask(
    undefined,
    { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } },
    embargo,
    redrawn,
  );
  expect(again.status).toBe(304);
});

test('H4: a piece that is not public has no card, nor has an address that is not its present one', async () => {
  const { ask, path } = await desk();
  const other = await desk('Another headline');
  expect((await ask(path, {}, embargo - 1)).status).toBe(404);
  for (const wrong of [
    other.path,
    `${path}?x=1`,
    path.replace('bridge', 'other'),
    '/cards/%E0%A4%A/2026/10/15/a.png',
  ]) {
    expect((await ask(wrong)).status, wrong).toBe(404);
  }
});

test('a flood is asked to come again', async () => {
  const { ask } = await desk();
  expect((await ask(undefined, {}, embargo, () => Promise.reject(new TooManyWaiting()))).status).toBe(503);
});

test('a finished card is taken from the disk', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'card-studio-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const card = { name: paperName, headline: 'Bridge' };
  const first = await openCardStudio({ dataDir, fontFile, now: () => embargo })(card);
  // Without the face nothing could be drawn.
  const second = await openCardStudio({ dataDir, fontFile: '/nowhere.ttf', now: () => embargo })(card);
  expect(second.equals(first)).toBe(true);
});

test.each([
  ['wide letters without a blank', 'W'.repeat(600)],
  ['very many words', 'Harbour bridge reopens after eleven days. '.repeat(20).trim()],
])('%s stay inside the card', async (_, headline) => {
  const bytes = await drawCard({ name: paperName, kicker: 'Science', headline }, fontFile);
  const below = 218 + headlineBox.height;
  const foot = await sharp(bytes)
    .extract({ left: 0, top: below, width: 1200, height: 630 - below })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  expect(Math.min(...foot)).toBeGreaterThan(240);
});

test('a missing face is said, because Pango would quietly take another', async () => {
  await expect(drawCard({ headline: 'Bridge' }, '/nowhere.ttf')).rejects.toThrow('/nowhere.ttf is missing');
});
