/** The older pages of a tag's front. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagAddress } from '#model/addresses';
import { checkPageNumber, checkSlug } from '#model/addressParts';
import { head } from '../../../../head';
import { photoOfTag } from '../../../../listPhotos';
import { numberedPage, numberedTitle } from '../../../../numbered';
import { archive, now, site } from '../../../../paper';
import { tagFront } from '../../../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly tag: string; readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { tag: name, n } = await params;
  const tag = archive.tag(checkSlug(name) ?? '', now());
  if (!tag) return {};
  const page = checkPageNumber(n) ?? 1;
  const description = `Stories about ${tag.name} in ${site.name}.`;
  return head({
    title: numberedTitle(tag.name, page),
    description,
    address: tagAddress(tag.slug, page),
    photo: photoOfTag(tag.slug, page),
  });
};

/** `/tag/history-of-science/page/2` */
export default async function TagNumberedPage({ params }: Props) {
  const { tag, n } = await params;
  const slug = checkSlug(tag) ?? notFound();
  return tagFront(slug, numberedPage(n, tagAddress(slug)));
}
