/** The newest articles of the paper with their full text: `/feed.xml` */
import { feedAnswer } from '../feeds';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => feedAnswer(undefined, 'feed.xml');
