/** Feeds of one member: `/author/…/feed.xml`, `atom.xml`, `feed.json` */
import { checkSlug } from '#model/addressParts';
import { feedAnswer } from '../../../feeds';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly author: string; readonly feed: string }> };

export const GET = async (_request: Request, { params }: Place): Promise<Response> => {
  const { author, feed } = await params;
  return feedAnswer({ list: 'author', slug: checkSlug(author) ?? '' }, feed);
};
