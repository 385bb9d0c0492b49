/** The front of a series. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { seriesAddress } from '#model/addresses';
import { checkSlug } from '#model/addressParts';
import { head } from '../../head';
import { photoOfSeries } from '../../listPhotos';
import { archive } from '../../paper';
import { seriesFront } from '../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly series: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const series = archive.series(checkSlug((await params).series) ?? '');
  if (!series) return {};
  return head({
    title: series.title,
    description: series.description,
    address: seriesAddress(series.slug),
    photo: photoOfSeries(series.slug),
  });
};

/** `/series/ways-of-seeing` */
export default async function SeriesPage({ params }: Props) {
  return seriesFront(checkSlug((await params).series) ?? notFound(), 1);
}
