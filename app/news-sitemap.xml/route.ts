/** News of the last 48 hours, right at the second. */
import { newsSitemap } from '../newsSitemaps';

export const dynamic = 'force-dynamic';

export const GET = (): Response => newsSitemap();
