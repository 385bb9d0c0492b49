/** Unit tests stand beside what they test; what a reader sees is tested in `e2e/`, by Playwright. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '*.test.ts',
      '{app,archive,audience,bench,components,compositor,deploy,edge,mirror,model,newsroom,press,syndication}/**/*.test.{ts,tsx}',
    ],
    // Two cores, shared with whatever else the machine does: a test fails for what it finds, not for how long it took.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
