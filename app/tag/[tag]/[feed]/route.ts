/** Feeds of one member: `/tag/…/feed.xml`, `atom.xml`, `feed.json` */
import { checkSlug } from '#model/addressParts';
import { feedAnswer } from '../../../feeds';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly tag: string; readonly feed: string }> };

export const GET = async (_request: Request, { params }: Place): Promise<Response> => {
  const { tag, feed } = await params;
  return feedAnswer({ list: 'tag', slug: checkSlug(tag) ?? '' }, feed);
};
