/** Name and icons for a home screen. */
import { webManifest } from '#syndication/plainFiles';
import { document, paper } from '../machines';

export const dynamic = 'force-dynamic';

export const GET = (): Response => document(webManifest(paper), 'application/manifest+json');
