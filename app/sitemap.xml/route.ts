/** The index of all sitemaps. */
import { indexAnswer } from '../sitemapAnswers';

export const dynamic = 'force-dynamic';

export const GET = (): Response => indexAnswer();
