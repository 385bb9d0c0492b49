/** Answers of routes that serve machines: one document, its type, and how it may be kept. */
import type { Paper } from '#syndication/paper';
import { settings, site } from './paper';

/** The publication as `syndication/` wants to know it. */
export const paper: Paper = { site, siteUrl: settings.siteUrl };

/** An answer that a machine reads; it is made anew for each edition, so nobody keeps it for long. */
export const document = (body: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=60' } });
