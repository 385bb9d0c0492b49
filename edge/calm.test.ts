import { expect, test } from 'vitest';
import { openCalm } from '#edge/calm';

test('work that can wait waits while the door or its machine is busy, and is done when there is time', () => {
  let [moment, busy, load] = [0, 0, 0.2];
  const utilization = (a?: { active: number; idle: number }, b?: { active: number; idle: number }) => {
    const active = (a?.active ?? busy) - (b?.active ?? 0);
    const idle = (a?.idle ?? moment - busy) - (b?.idle ?? 0);
    return { active, idle, utilization: active / (active + idle || 1) };
  };
  const isCalm = openCalm({ now: () => moment, utilization, load: () => load });
  const pass = (milliseconds: number, share: number): boolean => {
    moment += milliseconds;
    busy += milliseconds * share;
    return isCalm();
  };
  expect(pass(100, 1)).toBe(true);
  expect(pass(400, 0.9)).toBe(false);
  expect(pass(400, 0)).toBe(false);
  expect(pass(200, 0.1)).toBe(true);
  expect(pass(600, 0.3)).toBe(true);
  expect(pass(600, 0.5)).toBe(false);
  load = 2;
  expect(pass(600, 0)).toBe(false);
  load = 0.5;
  expect(pass(600, 0)).toBe(true);
});
