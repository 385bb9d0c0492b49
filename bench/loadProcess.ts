/** A process that asks a server as fast as it answers, so that the load has a core of its own; says what came as JSON. */
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { Load, LoadPlan } from './load';

// What `bench/load.ts` hands over.
const plan = JSON.parse(await text(process.stdin)) as LoadPlan;

/** Addresses whose copies are gone, one after the other through all connections, so that none comes twice soon. */
let nextCold = plan.coldFrom;
const coldPath = (): string => {
  nextCold += 1;
  return plan.cold[nextCold % plan.cold.length] ?? '/';
};

type Requests = NonNullable<autocannon.Options['requests']>;

/** What one connection asks, over and over; each begins elsewhere, and the cold ones stand apart. */
const requestsOf = (connection: number): Requests => {
  const turned = plan.paths.map((_, at) => ({
    path: plan.paths[(at + connection * 7) % plan.paths.length] ?? '/',
  }));
  if (plan.cold.length === 0) return turned;
  const warm = Array.from({ length: plan.coldEvery }, (_, at) => turned[at % turned.length] ?? { path: '/' });
  const at = 1 + ((connection * 37) % (plan.coldEvery - 1));
  return warm.map((request, nth) =>
    nth === at ? { setupRequest: (asked) => ({ ...asked, path: coldPath() }) } : request,
  );
};

let connection = 0;
const instance = await autocannon({
  url: plan.url,
  connections: plan.connections,
  duration: plan.seconds,
  headers: { 'accept-encoding': 'br, gzip' },
  ...(plan.paths.length + plan.cold.length > 1
    ? { setupClient: (client) => client.setRequests(requestsOf((connection += 1))) }
    : { requests: [{ path: plan.paths[0] ?? '/' }] }),
});
const load: Load = {
  perSecond: instance.requests.average,
  requests: instance.requests.total,
  p50: instance.latency.p50,
  p99: instance.latency.p99,
  longest: instance.latency.max,
  failed: instance.errors + instance.timeouts + instance.non2xx,
  bytes: instance.throughput.total / Math.max(1, instance.requests.total),
  nextCold,
};
console.log(JSON.stringify(load));
