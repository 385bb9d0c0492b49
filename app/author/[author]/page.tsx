/** The page of an author. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { authorAddress } from '#model/addresses';
import { checkSlug } from '#model/addressParts';
import { excerptOf } from '#model/excerpt';
import { head } from '../../head';
import { photoOfAuthor } from '../../listPhotos';
import { archive, now } from '../../paper';
import { authorFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly author: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const author = archive.author(checkSlug((await params).author) ?? '', now());
  if (!author) return {};
  const description = excerptOf(`${author.role}. ${author.text}`, 160);
  return head({
    title: author.name,
    description,
    address: authorAddress(author.slug),
    photo: photoOfAuthor(author),
  });
};

/** `/author/amina-wafula` */
export default async function AuthorPage({ params }: Props) {
  return authorFront(checkSlug((await params).author) ?? notFound(), 1);
}
