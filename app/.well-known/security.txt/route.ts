/** Where to report a security fault. */
import { securityTxt } from '#syndication/plainFiles';
import { document, paper } from '../../machines';
import { now } from '../../paper';

export const dynamic = 'force-dynamic';

export const GET = (): Response => document(securityTxt(paper, now()), 'text/plain');
