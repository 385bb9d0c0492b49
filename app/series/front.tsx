/** The front of a series and its further pages. */
import { notFound } from 'next/navigation';
import { Breadcrumb } from '#components/Breadcrumb';
import { FrontHead } from '#components/front/FrontHead';
import { ListFront } from '#components/front/ListFront';
import { seriesAddress } from '#model/addresses';
import { trailToSeries } from '#model/trail';
import { collectionData, listed, trailData } from '../head';
import { NewsletterOffer } from '../NewsletterOffer';
import { pageSize } from '../numbered';
import { archive, now } from '../paper';
import { Sheet } from '../Sheet';

/** Parts in their order; a series without a public part is not there yet. */
export const seriesFront = (slug: string, page: number) => {
  const at = now();
  const series = archive.series(slug);
  const list = archive.inSeries(slug, page, pageSize, at);
  if (!series || list.total === 0 || page > list.pages) notFound();
  return (
    <Sheet
      at={at}
      data={[
        ...collectionData({
          name: series.title,
          description: series.description,
          address: seriesAddress(slug, page),
          items: listed(list.items),
        }),
        ...trailData(trailToSeries),
      ]}
    >
      <div className="wrap">
        <FrontHead title={series.title} standfirst={series.description} above={<Breadcrumb steps={trailToSeries} />} />
        <ListFront
          articles={list.items}
          now={at}
          page={page}
          pages={list.pages}
          addressOf={(number) => seriesAddress(slug, number)}
          place={{ series: slug }}
          order="parts"
          rail={<NewsletterOffer from={seriesAddress(slug, page)} />}
        />
      </div>
    </Sheet>
  );
};
