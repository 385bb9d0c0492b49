/** The older pages of an author. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { authorAddress } from '#model/addresses';
import { checkPageNumber, checkSlug } from '#model/addressParts';
import { head } from '../../../../head';
import { photoOfAuthor } from '../../../../listPhotos';
import { numberedPage, numberedTitle } from '../../../../numbered';
import { archive, now } from '../../../../paper';
import { authorFront } from '../../../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly author: string; readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { author: name, n } = await params;
  const author = archive.author(checkSlug(name) ?? '', now());
  if (!author) return {};
  const page = checkPageNumber(n) ?? 1;
  return head({
    title: numberedTitle(author.name, page),
    description: author.role,
    address: authorAddress(author.slug, page),
    photo: photoOfAuthor(author, page),
  });
};

/** `/author/amina-wafula/page/2` */
export default async function AuthorNumberedPage({ params }: Props) {
  const { author, n } = await params;
  const slug = checkSlug(author) ?? notFound();
  return authorFront(slug, numberedPage(n, authorAddress(slug)));
}
