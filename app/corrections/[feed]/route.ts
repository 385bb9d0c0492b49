/** Feeds of the page: `/corrections/feed.xml`, `atom.xml`, `feed.json` */
import { feedAnswer } from '../../feeds';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly feed: string }> };

export const GET = async (_request: Request, { params }: Place): Promise<Response> =>
  feedAnswer({ list: 'corrections' }, (await params).feed);
