import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createMetrics } from '#edge/metrics';
import { openMetricsPort } from '#edge/metricsPort';

const answer = { kind: 'article', status: 200, outcome: 'kept', bytes: 100, ms: 2 } as const;

test('answers are counted by kind, status class and outcome, with their bytes and time', async () => {
  const { counting, page } = createMetrics(() => 0);
  counting.answered(answer);
  counting.answered(answer);
  counting.answered({ ...answer, status: 404, kind: undefined, outcome: 'door' });
  const text = await page();
  expect(text).toContain('standfirst_answers_total{kind="article",status="2xx",outcome="kept"} 2');
  expect(text).toContain('standfirst_answers_total{kind="none",status="4xx",outcome="door"} 1');
  expect(text).toContain('standfirst_answer_bytes_total{kind="article",status="2xx",outcome="kept"} 200');
  expect(text).toContain('standfirst_answer_seconds_bucket{le="0.0025",outcome="kept"} 2');
  expect(text).toContain('standfirst_answer_seconds_bucket{le="0.001",outcome="kept"} 0');
});

test('what a stranger writes never becomes a label, and never more than one series', async () => {
  const { counting, page } = createMetrics(() => 0);
  for (let n = 0; n < 5000; n += 1) counting.answered({ ...answer, kind: `/wp-login.php?${n}` });
  const text = await page();
  expect(text).not.toContain('wp-login');
  expect(text).toContain('standfirst_answers_total{kind="none",status="2xx",outcome="kept"} 5000');
  expect(text.match(/^standfirst_answers_total\{/gm)).toHaveLength(1);
});

test('the newest edition, its age and how long publishing took can be read', async () => {
  let now = 1_000_000;
  const { counting, page } = createMetrics(() => now);
  expect(await page()).toContain('standfirst_edition_age_seconds -1');
  counting.edition({ number: 42, at: now, took: 60 });
  now += 5000;
  const text = await page();
  expect(text).toContain('standfirst_edition 42');
  expect(text).toContain('standfirst_edition_age_seconds 5');
  expect(text).toContain('standfirst_publish_seconds_bucket{le="0.075"} 1');
  expect(text).toContain('standfirst_publish_seconds_bucket{le="0.05"} 0');
});

test('pulls are counted by how they ended', async () => {
  const { counting, page } = createMetrics(() => 0);
  counting.pulled({ outcome: 'new', ms: 300 });
  counting.pulled({ outcome: 'unreachable', ms: 30_000 });
  counting.pulled({ outcome: 'unreachable', ms: 30_000 });
  const text = await page();
  expect(text).toContain('standfirst_pulls_total{outcome="unreachable"} 2');
  expect(text).toContain('standfirst_pull_seconds_bucket{le="0.5"} 1');
});

test('restarts are there from the start as 0, and figures are asked for when somebody looks', async () => {
  const { counting, page } = createMetrics(() => 0);
  let kept = 1;
  counting.gauge('keptResponses', () => kept);
  expect(await page()).toContain('standfirst_restarts_total{process="renderer"} 0');
  counting.restarted('renderer');
  kept = 7;
  const text = await page();
  expect(text).toContain('standfirst_restarts_total{process="renderer"} 1');
  expect(text).toContain('standfirst_kept_responses 7');
  counting.gauge('keptResponses', () => 9);
  expect(await page()).toContain('standfirst_kept_responses 9');
  expect(text).toContain('standfirst_connections_ended_total{reason="slow"} 0');
  counting.ended('slow');
  expect(await page()).toContain('standfirst_connections_ended_total{reason="slow"} 1');
});

test('the port answers at /metrics alone, with figures of the process too; one that is taken costs the metrics only', async () => {
  const metrics = createMetrics(() => 0);
  const server = await openMetricsPort({ port: 0, host: '127.0.0.1' }, metrics);
  if (!server) throw new Error('the port did not open');
  const { port } = server.address() as AddressInfo;
  const page = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('version=0.0.4')]);
  const text = await page.text();
  for (const figure of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(text).toContain(figure);
  }
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
  expect(await openMetricsPort({ port, host: '127.0.0.1' }, metrics)).toBeUndefined();
  server.close();
});
