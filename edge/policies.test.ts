import { expect, test } from 'vitest';
import { policiesFor } from '#edge/policies';

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
