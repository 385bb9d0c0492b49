/** The front of a category. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { categoryAddress } from '#model/addresses';
import { checkSlug } from '#model/addressParts';
import { head } from '../../head';
import { photoOfCategory } from '../../listPhotos';
import { archive } from '../../paper';
import { categoryFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly category: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const category = archive.category(checkSlug((await params).category) ?? '');
  if (!category) return {};
  return head({
    title: category.title,
    description: category.description,
    address: categoryAddress(category.slug),
    photo: photoOfCategory(category.slug),
  });
};

/** `/category/science` */
export default async function CategoryPage({ params }: Props) {
  return categoryFront(checkSlug((await params).category) ?? notFound(), 1);
}
