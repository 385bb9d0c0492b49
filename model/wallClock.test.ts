import { describe, expect, test } from 'vitest';
import { momentsAt, readWallClock, wallClockText } from '#model/wallClock';
import { zoneOffset } from '#model/zoneOffset';

const nairobi = 'Africa/Nairobi';
const berlin = 'Europe/Berlin';
const read = (text: string, zone = nairobi) => readWallClock(text, zone);
const isoOf = (text: string, zone = nairobi) => {
  const reading = read(text, zone);
  return reading.ok ? reading.iso : reading.fault;
};
const faultOf = (text: string, zone = nairobi) => {
  const reading = read(text, zone);
  return reading.ok ? undefined : reading.fault;
};

describe('a time on the newsroom’s wall', () => {
  test.each([
    ['2026-10-15 06:00', '2026-10-15T06:00:00+03:00'],
    ['2026-10-15T06:00', '2026-10-15T06:00:00+03:00'],
    ['2026-10-15 06:00:30', '2026-10-15T06:00:30+03:00'],
    ['2026-10-15T06:00:30+03:00', '2026-10-15T06:00:30+03:00'],
    ['  2026-10-15 06:00  ', '2026-10-15T06:00:00+03:00'],
    ['2024-02-29 23:59', '2024-02-29T23:59:00+03:00'],
  ])('%s is %s in Nairobi', (text, iso) => {
    expect(isoOf(text)).toBe(iso);
  });

  test('the zone’s own offset at that moment says nothing new', () => {
    expect(read('2026-07-01 06:00+02:00', berlin)).not.toHaveProperty('otherReading');
    expect(read('2026-12-01 06:00Z', 'Europe/London')).not.toHaveProperty('otherReading');
  });

  test('an offset that is not the zone’s own is kept, and both readings are told', () => {
    const reading = read('2026-10-15 06:00Z');
    expect(reading).toMatchObject({ ok: true, moment: Date.UTC(2026, 9, 15, 6) });
    expect(reading.ok && reading.otherReading?.message).toContain('2026-10-15 09:00');
    expect(reading.ok && reading.otherReading?.message).toContain('06:00');
    expect(read('2026-07-01 06:00+01:00', berlin)).toHaveProperty('otherReading');
  });

  test('a time that the clock skips is a problem that shows the time the clock showed instead', () => {
    expect(faultOf('2026-03-29 02:30', berlin)).toMatchObject({ write: '2026-03-29 03:30' });
    expect(faultOf('2026-03-29 02:00', berlin)).toMatchObject({ write: '2026-03-29 03:00' });
    expect(isoOf('2026-03-29 01:59', berlin)).toBe('2026-03-29T01:59:00+01:00');
    expect(isoOf('2026-03-29 03:00', berlin)).toBe('2026-03-29T03:00:00+02:00');
  });

  test('a time that the clock shows twice needs the offset, and the fix shows both', () => {
    const fault = faultOf('2026-10-25 02:30', berlin);
    expect(fault?.message).toMatch(/twice/);
    expect(fault?.fix).toBe('Write:  2026-10-25 02:30+02:00  or  2026-10-25 02:30+01:00');
    expect(isoOf('2026-10-25 02:30+01:00', berlin)).toBe('2026-10-25T02:30:00+01:00');
    expect(isoOf('2026-10-25 02:30+02:00', berlin)).toBe('2026-10-25T02:30:00+02:00');
    expect(isoOf('2026-10-25 03:00', berlin)).toBe('2026-10-25T03:00:00+01:00');
  });

  test('a day that a whole country skipped does not exist there', () => {
    expect(faultOf('2011-12-30 12:00', 'Pacific/Apia')?.message).toMatch(/does not exist/);
    expect(isoOf('2011-12-31 12:00', 'Pacific/Apia')).toBe('2011-12-31T12:00:00+14:00');
  });

  test('half hours of the clock are known too', () => {
    expect(faultOf('2026-10-04 02:15', 'Australia/Lord_Howe')).toMatchObject({ write: '2026-10-04 02:45' });
  });

  test('old local times with seconds in their offset are read exactly', () => {
    const [moment = Number.NaN] = momentsAt(
      { year: 1900, month: 1, day: 1, hour: 0, minute: 0, second: 0 },
      'Europe/Paris',
    );
    expect(wallClockText(moment, 'Europe/Paris')).toBe('1900-01-01 00:00');
    expect(isoOf('1900-01-01 00:00', 'Europe/Paris')).toMatch(/Z$/);
  });
});

describe('a time that is no time shows the line to write', () => {
  test.each([
    ['2026-10-15', '2026-10-15 06:00'],
    ['2026-10-15 6am', '2026-10-15 06:00'],
    ['2026-10-15 6:30 p.m.', '2026-10-15 18:30'],
    ['2026-10-15 12am', '2026-10-15 00:00'],
    ['2026-10-15 12 pm', '2026-10-15 12:00'],
    ['2026-10-15 6:00', '2026-10-15 06:00'],
    ['2026-10-15 06.00', '2026-10-15 06:00'],
    ['2026-10-15 24:00', '2026-10-16 00:00'],
    ['2026-12-31 24:00', '2027-01-01 00:00'],
    ['2026-10-15 23:59:60', '2026-10-15 23:59:59'],
    ['2026-10-15 06:00+0300', '2026-10-15 06:00+03:00'],
    ['2026-10-15 06:00+03', '2026-10-15 06:00+03:00'],
    ['2026-10-15T06:00:00.000Z', '2026-10-15 06:00:00Z'],
    ['2026-10-15t06:00z', '2026-10-15 06:00Z'],
    ['2026-10-15 06:00 EAT', '2026-10-15 06:00'],
    ['2026–10–15 06:00', '2026-10-15 06:00'],
    ['“2026-10-15 06:00”', '2026-10-15 06:00'],
    ['2026-10-15\u00a006:00', '2026-10-15 06:00'],
    ['15/10/2026 06:00', '2026-10-15 06:00'],
    ['15/10/2026', '2026-10-15 06:00'],
    ['10/15/2026 06:00', '2026-10-15 06:00'],
    ['15.10.2026 06:00', '2026-10-15 06:00'],
    ['2026/10/15 06:00', '2026-10-15 06:00'],
    ['15 October 2026, 06:00', '2026-10-15 06:00'],
    ['Oct 15th, 2026 6am', '2026-10-15 06:00'],
    ['Thursday 15 October 2026 06:00 EAT', '2026-10-15 06:00'],
    ['2026-02-30 06:00', '2026-02-28 06:00'],
    ['2026-02-29 06:00', '2026-02-28 06:00'],
    ['2026-04-31 06:00', '2026-04-30 06:00'],
  ])('%s → %s', (text, write) => {
    expect(faultOf(text)).toMatchObject({ write });
  });

  test.each([
    '',
    'soon',
    '06:00',
    '6am',
    '2026',
    '2026-13-01 06:00',
    '2026-10-00 06:00',
    '0000-01-01 06:00',
    '0999-01-01 06:00',
    '2026-10-15 25:00',
    '2026-10-15 06:60',
    '2026-10-15 06:00+25:00',
    '-2026-10-15 06:00',
    '2026-10-15 06:00Zulu',
    '9'.repeat(100_000),
    '٢٠٢٦-١٠-١٥ ٠٦:٠٠',
    '\u0000',
  ])('%.30s is refused with a fix', (text) => {
    const fault = faultOf(text);
    expect(fault).toBeDefined();
    expect(fault?.fix ?? fault?.write).toMatch(/\S/);
    expect(fault?.message.length).toBeLessThan(200);
  });

  test('a date alone is never rewritten by a machine, a misplaced sign is', () => {
    expect(faultOf('2026-10-15')).not.toHaveProperty('sure');
    expect(faultOf('05/10/2026 06:00')).not.toHaveProperty('sure');
    expect(faultOf('2026–10–15 06:00')).toHaveProperty('sure', true);
  });
});

describe('in every zone, over its changes of the clock', () => {
  const zones = Intl.supportedValuesOf('timeZone');

  test('each wall time is read as what the clock shows, or is skipped, or is shown twice', { timeout: 60_000 }, () => {
    const quarter = 15 * 60_000;
    for (const zone of zones) {
      for (let month = 0; month < 12; month += 1) {
        const from = Date.UTC(2025, month, 1);
        const to = Date.UTC(2025, month + 1, 1);
        if (zoneOffset(from, zone) === zoneOffset(to, zone)) continue;
        let low = from;
        let high = to;
        while (high - low > quarter) {
          const middle = low + Math.floor((high - low) / 2 / quarter) * quarter;
          if (zoneOffset(middle, zone) === zoneOffset(from, zone)) low = middle;
          else high = middle;
        }
        const [before, after] = [zoneOffset(low, zone), zoneOffset(high, zone)];
        const wall = (utc: number): string => new Date(utc).toISOString().slice(0, 16).replace('T', ' ');
        const edge = high + Math.min(before, after);
        const inside = readWallClock(wall(edge), zone);
        expect(inside.ok, `${zone} ${wall(edge)}`).toBe(false);
        const size = Math.abs(after - before);
        expect(isoOf(wall(edge - quarter), zone), zone).toBeTypeOf('string');
        expect(isoOf(wall(edge + size), zone), zone).toBeTypeOf('string');
        expect(inside.ok || inside.fault.message).toMatch(after > before ? /does not exist/ : /twice/);
      }
    }
  });

  test('what the clock shows at a moment is read back as that moment', () => {
    for (const zone of zones) {
      for (let nth = 0; nth < 20; nth += 1) {
        const moment = Date.UTC(1990 + nth * 2, (nth * 5) % 12, 10, (nth * 7) % 24, 30);
        const reading = readWallClock(wallClockText(moment, zone), zone);
        expect(reading.ok ? reading.moment : reading.fault, zone).toBe(moment);
      }
    }
  });
});
