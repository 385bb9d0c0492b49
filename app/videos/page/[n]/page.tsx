/** Older videos. */
import type { Metadata } from 'next';
import { checkPageNumber } from '#model/addressParts';
import { head } from '../../../head';
import { numberedPage, numberedTitle } from '../../../numbered';
import { site } from '../../../paper';
import { videoList } from '../../list';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const page = checkPageNumber((await params).n) ?? 1;
  const description = `Short films from ${site.name}, with transcripts.`;
  return head({ title: numberedTitle('Videos', page), description, address: `/videos/page/${page}` });
};

/** `/videos/page/2` */
export default async function VideosNumberedPage({ params }: Props) {
  return videoList(numberedPage((await params).n, '/videos'));
}
