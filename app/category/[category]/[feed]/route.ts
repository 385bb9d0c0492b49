/** Feeds of one member: `/category/…/feed.xml`, `atom.xml`, `feed.json` */
import { checkSlug } from '#model/addressParts';
import { feedAnswer } from '../../../feeds';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly category: string; readonly feed: string }> };

export const GET = async (_request: Request, { params }: Place): Promise<Response> => {
  const { category, feed } = await params;
  return feedAnswer({ list: 'category', slug: checkSlug(category) ?? '' }, feed);
};
