/** The further pages of a series. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { seriesAddress } from '#model/addresses';
import { checkPageNumber, checkSlug } from '#model/addressParts';
import { head } from '../../../../head';
import { photoOfSeries } from '../../../../listPhotos';
import { numberedPage, numberedTitle } from '../../../../numbered';
import { archive } from '../../../../paper';
import { seriesFront } from '../../../front';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly series: string; readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { series: name, n } = await params;
  const series = archive.series(checkSlug(name) ?? '');
  if (!series) return {};
  const page = checkPageNumber(n) ?? 1;
  return head({
    title: numberedTitle(series.title, page),
    description: series.description,
    address: seriesAddress(series.slug, page),
    photo: photoOfSeries(series.slug, page),
  });
};

/** `/series/ways-of-seeing/page/2` */
export default async function SeriesNumberedPage({ params }: Props) {
  const { series, n } = await params;
  const slug = checkSlug(series) ?? notFound();
  return seriesFront(slug, numberedPage(n, seriesAddress(slug)));
}
