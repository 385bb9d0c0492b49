/** The page of an author. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { checkSlug } from '#model/addressParts';
import { excerptOf } from '#model/excerpt';
import { archive, now } from '../../paper';
import { authorFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly author: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const author = archive.author(checkSlug((await params).author) ?? '', now());
  return author ? { title: author.name, description: excerptOf(`${author.role}. ${author.text}`, 160) } : {};
};

/** `/author/amina-wafula` */
export default async function AuthorPage({ params }: Props) {
  return authorFront(checkSlug((await params).author) ?? notFound(), 1);
}
