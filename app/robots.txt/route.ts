/** What robots may read, and what they may do with it. */
import { newsSitemapAddress, sitemapIndexAddress } from '#model/sitemaps';
import { robotsTxt } from '#syndication/robots';
import { document, paper } from '../machines';

export const dynamic = 'force-dynamic';

export const GET = (): Response => document(robotsTxt(paper, [sitemapIndexAddress, newsSitemapAddress]), 'text/plain');
