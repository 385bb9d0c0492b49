/** End-to-end tests: the built site on the fixture newsroom, at the moment that `e2e/content.md` names. */
import { defineConfig, devices } from '@playwright/test';

/** Another port for whoever runs two suites on one machine. */
const port = Number(process.env.STANDFIRST_TEST_PORT ?? 4173);
const executablePath = process.env.STANDFIRST_BROWSER;

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-KE',
    timezoneId: 'Africa/Nairobi',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: {
    command: 'node .build/server.js',
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      CONTENT_DIR: 'e2e/content',
      DATA_DIR: '.build/e2e',
      TEST_CLOCK: '2026-10-15T09:00:00+03:00',
    },
  },
});
