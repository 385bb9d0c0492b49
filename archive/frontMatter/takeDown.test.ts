import { describe, expect, test } from 'vitest';
import { read, readArticle, goodFields, typed } from '#archive/frontMatter/typedForTests';
import { takeDownIn } from '#archive/frontMatter/takeDown';

const six = Date.UTC(2026, 9, 15, 3);
/** A headline that YAML refuses: everything else in the file is in question. */
const broken = { headline: 'Bridge: closed' };
const signOf = (lines: string) => readArticle({ ...broken, place: `x\n${lines}` }).takeDown;

describe('the safe side: in a broken file taking down wins', () => {
  test('a file without any sign stays as it was', () => {
    expect(readArticle(broken)).not.toHaveProperty('takeDown');
    expect(readArticle({ ...broken, draft: 'false' })).not.toHaveProperty('takeDown');
    expect(readArticle({ ...broken, comments: 'false' })).not.toHaveProperty('takeDown');
  });

  test.each([
    'draft: true',
    'draft: yes',
    'Draft: true',
    'DRAFT: TRUE',
    'darft: true',
    'drft: true',
    'draft : true',
    'draft:',
    'draft: “true”',
    '"draft": true',
    'draft：true',
    'draft: fasle',
    '  draft: true',
    'drafft: 1',
    'dratf: x',
  ])('%s hides', (line) => {
    expect(signOf(line)).toEqual({ sign: 'draft' });
  });

  test.each(['draft: false', 'draft: "false"', 'Draft: false', 'darft: false'])('%s does not hide', (line) => {
    expect(signOf(line)).toBeUndefined();
  });

  test.each([
    'withdrawn: true',
    'withdrawn: yes',
    'Withdrawn: because it was wrong',
    'withdrawed: true',
    'withdrwan: true',
    'widthdrawn: true',
    'withdrawn: { reason: wrong',
    'withdrawn:\n  reason: wrong',
    'withdrawn:\n  on: someday',
    'withdraw: it',
  ])('%s hides at once', (line) => {
    expect(signOf(line)).toEqual({ sign: 'withdrawn' });
  });

  test.each([
    'withdrawn: { on: 2026-10-15 06:00, reason: x: y }',
    'withdrawn:\n  on: 2026-10-15 06:00\n  reason: x: y',
    'Withdrawn: 2026-10-15 06:00',
    'withdrawed:\n\ton: 2026-10-15T06:00+03:00',
    'withdrawn: { on: “2026–10–15 06:00” }',
  ])('%s hides from its moment on', (line) => {
    expect(signOf(line)).toEqual({ sign: 'withdrawn', on: six });
  });

  test.each(['withdrawn: false', 'withdrawn: no', 'withdrawn:'])('%s does not hide', (line) => {
    expect(signOf(line)).toBeUndefined();
  });

  test.each([
    'expiresAt: 2026-10-15 06:00',
    'ExpiresAt: 2026-10-15T06:00',
    'expiresat: 2026-10-15 06:00:00',
    'expires: 2026-10-15 06:00',
    'expireAt: 2026-10-15 6:00',
    'expires_at: “2026-10-15 06:00”',
  ])('%s hides from its moment on', (line) => {
    expect(signOf(line)).toEqual({ sign: 'expired', at: six });
  });

  test('an expiry that cannot be read hides nothing, a day without an hour hides from its first minute', () => {
    expect(signOf('expiresAt: soon')).toBeUndefined();
    expect(signOf('expiresAt: 2026-10-15')).toEqual({ sign: 'expired', at: six - 6 * 3600_000 });
  });

  test('of several signs the one that hides most is told', () => {
    expect(signOf('expiresAt: 2026-10-15 06:00\ndraft: true')).toEqual({ sign: 'draft' });
    expect(signOf('expiresAt: 2026-10-15 06:00\nwithdrawn: true')).toEqual({ sign: 'withdrawn' });
    expect(signOf('withdrawn: { on: 2030-01-01 00:00 }\nexpiresAt: 2026-10-15 06:00')).toEqual({
      sign: 'expired',
      at: six,
    });
  });

  test('a broken withdrawal hides, whatever is wrong with it', () => {
    expect(readArticle({ withdrawn: 'true' })).toMatchObject({ takeDown: { sign: 'withdrawn' } });
    expect(readArticle({ withdrawn: '{ on: 2026-10-15 06:00 }' })).toMatchObject({
      takeDown: { sign: 'withdrawn', on: six },
    });
    expect(readArticle({ withdrawed: '{ on: 2026-10-15 06:00, reason: x }' }).takeDown).toEqual({
      sign: 'withdrawn',
      on: six,
    });
  });

  test('a problem in the body lets the signs of good front matter stand', () => {
    expect(readArticle({ draft: 'true' }, '\n{process.env.HOME}\n').takeDown).toEqual({ sign: 'draft' });
  });

  test('where the fence can be read, words of the body are words', () => {
    const body = '\nWithdrawn: three candidates.\n\ndraft: the first\n\n{process.env.HOME}\n';
    expect(readArticle({}, body)).not.toHaveProperty('takeDown');
  });

  test('where it cannot, the whole file is looked through', () => {
    expect(read(`headline x\n${typed(goodFields)}draft: true\n`).takeDown).toEqual({ sign: 'draft' });
    expect(read(`---js\ndraft: true\n---\n`).takeDown).toEqual({ sign: 'draft' });
    expect(read(Buffer.from(`---\n${typed(goodFields)}draft: true\n---\n`, 'utf16le')).takeDown).toEqual({
      sign: 'draft',
    });
    expect(read(`---\n${typed(goodFields)}draft: true\n---\n${'x'.repeat(2.1e6)}`).takeDown).toEqual({ sign: 'draft' });
    expect(read(`---\r${typed({ ...goodFields, draft: 'true' }).replaceAll('\n', '\r')}---\r`).takeDown).toEqual({
      sign: 'draft',
    });
  });

  test('merge marks do not cover a sign', () => {
    const text = `---\n<<<<<<< HEAD\ndraft: true\n=======\nplace: x\n>>>>>>> b\n${typed(goodFields)}---\n`;
    expect(read(text).takeDown).toEqual({ sign: 'draft' });
  });

  test('fields that are near in no way are no signs', () => {
    const lines = 'craft work: x\nstart: x\npart: 2\ndate: x\ntrade: x\nwith: x\nexperts: x\nweather: x\ndrawn: x';
    expect(takeDownIn(lines, 'Africa/Nairobi')).toBeUndefined();
  });

  test('a hundred thousand lines are looked through in bounded time', () => {
    const started = performance.now();
    takeDownIn('withdrawn:\n  x: y\n'.repeat(100_000), 'Africa/Nairobi');
    takeDownIn(`${' '.repeat(1900)}draft\n`.repeat(1000), 'Africa/Nairobi');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
