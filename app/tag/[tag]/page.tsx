/** The front of a tag. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagAddress } from '#model/addresses';
import { checkSlug } from '#model/addressParts';
import { head } from '../../head';
import { photoOfTag } from '../../listPhotos';
import { archive, now, site } from '../../paper';
import { tagFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly tag: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const tag = archive.tag(checkSlug((await params).tag) ?? '', now());
  if (!tag) return {};
  const description = `Stories about ${tag.name} in ${site.name}.`;
  return head({ title: tag.name, description, address: tagAddress(tag.slug), photo: photoOfTag(tag.slug) });
};

/** `/tag/history-of-science` */
export default async function TagPage({ params }: Props) {
  return tagFront(checkSlug((await params).tag) ?? notFound(), 1);
}
