import { expect, test } from 'vitest';
import { headersInward, headersOutward } from '#edge/passage';

test('nothing that a stranger writes reaches the renderer but what pages and forms need', () => {
  const passed = headersInward(
    {
      accept: 'text/html',
      connection: 'keep-alive, x-evil',
      cookie: '__prerender_bypass=1',
      forwarded: 'for=1.2.3.4',
      host: 'evil.example',
      'next-action': 'abc',
      'next-router-state-tree': '[]',
      rsc: '1',
      te: 'trailers',
      'transfer-encoding': 'chunked',
      upgrade: 'h2c',
      'x-evil': 'yes',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-invoke-path': '/gone-notice',
      'x-middleware-rewrite': '/gone-notice',
      'x-middleware-subrequest': 'middleware',
      'x-nextjs-data': '1',
      'x-now-route-matches': '1=x',
    },
    { remote: '192.0.2.7', siteUrl: 'https://news.example' },
  );
  expect(passed).toEqual({
    accept: 'text/html',
    host: 'news.example',
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-host': 'news.example',
    'x-forwarded-proto': 'https',
  });
});

test('nothing that Next says to itself reaches a reader', () => {
  const passed = headersOutward({
    'cache-control': 'private, no-store',
    connection: 'keep-alive',
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': ['a=b'],
    'transfer-encoding': 'chunked',
    vary: 'rsc, next-router-state-tree',
    'x-middleware-rewrite': '/inner',
    'x-nextjs-cache': 'HIT',
    'x-powered-by': 'Next.js',
  });
  expect(passed).toEqual({ 'content-type': 'text/html; charset=utf-8' });
});
