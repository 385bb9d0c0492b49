/** Feeds of one member: `/series/…/feed.xml`, `atom.xml`, `feed.json` */
import { checkSlug } from '#model/addressParts';
import { feedAnswer } from '../../../feeds';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly series: string; readonly feed: string }> };

export const GET = async (_request: Request, { params }: Place): Promise<Response> => {
  const { series, feed } = await params;
  return feedAnswer({ list: 'series', slug: checkSlug(series) ?? '' }, feed);
};
