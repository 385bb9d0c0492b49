/** For tests: a herald in a process of its own, which can be killed. Reads what it is to know from its first argument. */
import { openHerald } from '#audience/herald';
import type { PublicState } from '#model/publicState';

/** What the test hands over. */
export type HeraldProcessPlan = {
  readonly dataDir: string;
  readonly siteUrl: string;
  readonly hub: string;
  readonly states: readonly PublicState[];
};

// What the test wrote itself (`heraldKilled.test.ts`).
const { dataDir, siteUrl, hub, states } = JSON.parse(process.argv[2] ?? '{}') as HeraldProcessPlan;
const herald = openHerald({
  place: { dataDir },
  siteUrl,
  receivers: [{ kind: 'hub', address: hub }],
  now: () => Number(process.argv[3]) || Date.now(),
  states: () => states,
  log: (what) => console.log(what),
});
herald.hear([]);
await herald.round();
console.log('looked');
// Stays, as a publisher does, until it is told or killed.
setInterval(() => undefined, 1000);
