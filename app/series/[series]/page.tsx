/** The front of a series. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { checkSlug } from '#model/addressParts';
import { archive } from '../../paper';
import { seriesFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly series: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const series = archive.series(checkSlug((await params).series) ?? '');
  return series ? { title: series.title, description: series.description } : {};
};

/** `/series/ways-of-seeing` */
export default async function SeriesPage({ params }: Props) {
  return seriesFront(checkSlug((await params).series) ?? notFound(), 1);
}
