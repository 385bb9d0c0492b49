/** What robots may read. */
import { robotsTxt } from '#syndication/plainFiles';
import { document, paper } from '../machines';

export const dynamic = 'force-dynamic';

export const GET = (): Response => document(robotsTxt(paper), 'text/plain');
