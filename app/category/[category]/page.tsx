/** The front of a category. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { checkSlug } from '#model/addressParts';
import { archive } from '../../paper';
import { categoryFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly category: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const category = archive.category(checkSlug((await params).category) ?? '');
  return category ? { title: category.title, description: category.description } : {};
};

/** `/category/science` */
export default async function CategoryPage({ params }: Props) {
  return categoryFront(checkSlug((await params).category) ?? notFound(), 1);
}
