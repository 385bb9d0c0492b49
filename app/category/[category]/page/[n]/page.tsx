/** The older pages of a category's front. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { categoryAddress } from '#model/addresses';
import { checkPageNumber, checkSlug } from '#model/addressParts';
import { head } from '../../../../head';
import { photoOfCategory } from '../../../../listPhotos';
import { numberedPage, numberedTitle } from '../../../../numbered';
import { archive } from '../../../../paper';
import { categoryFront } from '../../../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly category: string; readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { category: name, n } = await params;
  const category = archive.category(checkSlug(name) ?? '');
  if (!category) return {};
  const page = checkPageNumber(n) ?? 1;
  return head({
    title: numberedTitle(category.title, page),
    description: category.description,
    address: categoryAddress(category.slug, page),
    photo: photoOfCategory(category.slug, page),
  });
};

/** `/category/science/page/2` */
export default async function CategoryNumberedPage({ params }: Props) {
  const { category, n } = await params;
  const slug = checkSlug(category) ?? notFound();
  return categoryFront(slug, numberedPage(n, categoryAddress(slug)));
}
