import { expect, test } from 'vitest';
import { knownAddress } from '#model/addresses';
import { cacheControlFor, policiesFor } from '#edge/policies';

const directives = (policy: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (policy ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );

test('a page may load only what is ours, and frame only the players named', () => {
  const { page } = policiesFor({ siteUrl: 'https://news.example', frameOrigins: ['https://player.example'] });
  const csp = directives(page['Content-Security-Policy']);
  expect(csp['default-src']).toBe("'none'");
  expect(csp['frame-src']).toBe('https://player.example');
  expect(csp['frame-ancestors']).toBe("'none'");
  expect(csp['base-uri']).toBe("'none'");
  expect(csp['form-action']).toBe("'self'");
  expect(page['Content-Security-Policy']).not.toMatch(/unsafe|\*|data:|http:/);
});

test('a site with https asks for it always; one without does not', () => {
  const secure = policiesFor({ siteUrl: 'https://news.example', frameOrigins: [] });
  const plain = policiesFor({ siteUrl: 'http://localhost:3000', frameOrigins: [] });
  for (const headers of [secure.page, secure.other]) {
    expect(Number(/max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1])).toBeGreaterThan(15_768_000);
  }
  expect(secure.page['Content-Security-Policy']).toContain('upgrade-insecure-requests');
  expect(plain.page).not.toHaveProperty('Strict-Transport-Security');
  expect(plain.page['Content-Security-Policy']).not.toContain('upgrade');
});

test('H7 every answer says what machines may do with it, in the words of the policy', () => {
  const facts = { siteUrl: 'https://news.example', frameOrigins: [] };
  const told = policiesFor({ ...facts, contentUsage: 'search=y, train-ai=n' });
  for (const headers of [told.page, told.other]) expect(headers['Content-Usage']).toBe('search=y, train-ai=n');
  expect(policiesFor(facts).page).not.toHaveProperty('Content-Usage');
});

test('pages are checked each time, forms are never kept, pictures say it themselves', () => {
  const on = (path: string, status: number, own?: string) => cacheControlFor(knownAddress(path), status, own);
  const forEver = 'public, max-age=31536000, immutable';
  expect(on('/2026/10/15/bridge', 200, forEver)).toBe('public, max-age=0, must-revalidate');
  expect(on('/newsletter/confirm', 200)).toBe('no-store');
  expect(on('/api/newsletter/sign-up', 200, forEver)).toBe('no-store');
  expect(on('/pictures/abc/x.jpg', 200, forEver)).toBe(forEver);
  expect(on('/pictures/abc/x.jpg', 404, forEver)).toBe('public, max-age=0, must-revalidate');
  expect(on('/feed.xml', 200, 'private, no-store')).toBe('public, max-age=0, must-revalidate');
  expect(on('/', 500)).toBe('no-store');
});
