/** What machines may do with the paper, as a licence. */
import { licenceType, licenceXml } from '#syndication/licence';
import { document, paper } from '../machines';

export const dynamic = 'force-dynamic';

export const GET = (): Response => document(licenceXml(paper), licenceType);
