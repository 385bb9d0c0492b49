/** Pictures and files are what they say they are, tell nothing about the camera, and exist in no made-up size. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';

const bytesOf = (name: string): Buffer => readFileSync(`e2e/content/media/${name}`);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const harbour = `/pictures/${hashOf(bytesOf('harbour.jpg'))}`;

test('a picture comes as AVIF, WebP and JPEG, each in truth, kept for ever', async ({ request }) => {
  for (const [ending, type, format] of [
    ['avif', 'image/avif', 'heif'],
    ['webp', 'image/webp', 'webp'],
    ['jpg', 'image/jpeg', 'jpeg'],
  ] as const) {
    const response = await request.get(`${harbour}/natural-480.${ending}`);
    expect(response.status(), ending).toBe(200);
    expect(response.headers()['content-type']).toBe(type);
    expect(response.headers()['cache-control']).toMatch(/max-age=31536000.*immutable/);
    expect(response.headers()['x-content-type-options']).toBe('nosniff');
    const facts = await sharp(await response.body()).metadata();
    expect([facts.format, facts.width]).toEqual([format, 480]);
  }
});

test('every picture of a page comes from the same place in three formats, the lightest first', async ({ page }) => {
  await page.goto('/2026/10/09/every-body-component');
  for (const picture of await page.getByRole('main').locator('picture').all()) {
    const types = await picture
      .locator('source')
      .evaluateAll((all) => all.map((source) => source.getAttribute('type')));
    expect(types).toEqual(['image/avif', 'image/webp']);
    await expect(picture.locator('img')).toHaveAttribute('src', /^\/pictures\/[0-9a-f]{16}\/.+\.jpg$/);
  }
});

test('a phone fetches a lead photo hardly larger than its screen, ahead of all others', async ({
  browser,
  baseURL,
}) => {
  const across = 412;
  const density = 1.75;
  const phone = await browser.newContext({
    viewport: { width: across, height: 823 },
    deviceScaleFactor: density,
    ...(baseURL && { baseURL }),
  });
  const page = await phone.newPage();
  for (const path of ['/', '/2026/10/15/the-lead-of-the-day']) {
    await page.goto(path);
    const lead = page.getByRole('main').locator('img[fetchpriority=high]').first();
    const source = await lead.evaluate((img: HTMLImageElement) => img.currentSrc);
    const width = Number(/-(\d+)(?:-[\d-]+)?\.avif$/.exec(source)?.[1]);
    expect(width, `${path}: ${source}`).toBeGreaterThanOrEqual(across * density);
    expect(width, `${path}: ${source}`).toBeLessThanOrEqual(across * density * 1.12);
  }
  await phone.close();
});

test('no served picture tells of place, camera or owner, whatever its source holds', async ({ request }) => {
  for (const name of ['harbour.jpg', 'lighthouse.jpg', 'market.jpg', 'upright.jpg', 'portrait-ada.jpg']) {
    for (const ending of ['jpg', 'webp', 'avif']) {
      const response = await request.get(`/pictures/${hashOf(bytesOf(name))}/natural-160.${ending}`);
      expect(response.status(), `${name} ${ending}`).toBe(200);
      const { exif, xmp, iptc } = await sharp(await response.body()).metadata();
      expect([exif, xmp, iptc], `${name} ${ending}`).toEqual([undefined, undefined, undefined]);
    }
  }
});

test('sizes, cuts and formats that nobody offers are not made', async ({ request }) => {
  for (const name of [
    'natural-481.jpg',
    'natural-0480.jpg',
    'natural-99999.jpg',
    'natural-480.gif',
    'natural-480.jpeg',
    'natural-480.JPG',
    'panorama-480.jpg',
    'share-1200.avif',
    'share-480.jpg',
    'wide-480-101-50.jpg',
    'wide-480-50-60-99.jpg',
    'wide-480-050-60.jpg',
    'natural-480-50-50.jpg',
    'natural-480.jpg.webp',
    'natural-480.jpg/more',
    '',
  ]) {
    expect([308, 404], name).toContain((await request.get(`${harbour}/${name}`, { maxRedirects: 0 })).status());
  }
  for (const hash of ['0000000000000000', '7A02A9716086C4FB', '7a02', `${'7a'.repeat(32)}`]) {
    expect((await request.get(`/pictures/${hash}/natural-480.jpg`)).status(), hash).toBe(404);
  }
});

test('no picture is made larger than it was taken', async ({ request }) => {
  const { width = 0 } = await sharp(bytesOf('crane.png')).metadata();
  const larger = [160, 320, 480, 640, 800, 960, 1200, 1600, 2000].filter((offered) => offered > width);
  expect(larger.length).toBeGreaterThan(0);
  for (const offered of larger) {
    const path = `/pictures/${hashOf(bytesOf('crane.png'))}/natural-${offered}.jpg`;
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

for (const [why, path] of [
  ['past its last usable day', '/2026/09/20/picture-past-its-time'],
  ['taken back by its maker', '/2026/09/20/picture-taken-back'],
  ['missing', '/2026/09/20/picture-missing'],
  ['no picture by its content', '/2026/09/20/picture-not-a-picture'],
] as const) {
  test(`an article whose picture is ${why} goes on without it`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByText('something to read here')).toBeVisible();
    await expect(page.locator('main article').first().locator('figure img')).toHaveCount(0);
    await expect(page.locator('meta[property="og:image"][content*="/pictures/"]')).toHaveCount(0);
  });
}

test('a picture beside its article is found, and one with a small subject is cut close to it', async ({ page }) => {
  await page.goto('/2026/09/21/picture-beside-the-article');
  await expect(page.getByRole('img', { name: 'A small boat far out on calm water' })).toHaveCount(2);
  await page.goto('/tag/ships');
  const teaser = page.locator(`main img[src*="${hashOf(readFileSync('e2e/content/articles/2026/09/21/beside.jpg'))}"]`);
  await expect(teaser.first()).toHaveAttribute('src', /-15-75-30\.jpg$/);
});

test('a document and a sound come whole, as what they are, and in parts for players that seek', async ({ request }) => {
  for (const [name, type] of [
    ['tide-table.pdf', 'application/pdf'],
    ['bell.mp3', 'audio/mpeg'],
    ['tide.mp4', 'video/mp4'],
    ['tide.vtt', 'text/vtt'],
  ] as const) {
    const bytes = bytesOf(name);
    const path = `/files/${hashOf(bytes)}/${name}`;
    const whole = await request.get(path);
    expect([whole.status(), whole.headers()['content-type']?.split(';')[0]], name).toEqual([200, type]);
    expect((await whole.body()).equals(bytes), name).toBe(true);
    const part = await request.get(path, { headers: { range: 'bytes=2-5' } });
    expect([part.status(), part.headers()['content-range']], name).toEqual([206, `bytes 2-5/${bytes.length}`]);
    expect((await part.body()).equals(bytes.subarray(2, 6)), name).toBe(true);
    const beyond = await request.get(path, { headers: { range: `bytes=${bytes.length + 5}-` } });
    expect(beyond.status(), name).toBe(416);
  }
});
