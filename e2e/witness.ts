/** Writes down whatever a browser complains about while a page is open. */
import type { Page } from '@playwright/test';

/** What was said so far: messages of the console (violations of the policy are among them) and faults of scripts. */
export const witness = (page: Page): readonly string[] => {
  const said: string[] = [];
  page.on('console', (message) => {
    // Chromium itself notes each answer of 400 and more of the page asked for: the status is tested where it belongs.
    const ownStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (!ownStatus) said.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (fault) => said.push(fault.message));
  page.on('requestfailed', (request) => {
    // A browser that leaves a page stops what it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') said.push(`not loaded: ${request.url()}`);
  });
  return said;
};

/** Scrolls to the end, so that pictures which wait for their turn are asked for, and waits until they are there. */
export const seeAllPictures = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
