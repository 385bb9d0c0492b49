/** All series of the paper. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { IndexList } from '#components/front/IndexList';
import { seriesAddress } from '#model/addresses';
import { formatStories } from '#model/counts';
import { collectionData, head } from '../head';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Series',
  description: `Stories in parts from ${site.name}.`,
  address: '/series',
});

/** `/series` */
export default function AllSeriesPage() {
  const at = now();
  const entries = archive.allSeries(at).map(({ slug, title, description, articles }) => ({
    href: seriesAddress(slug),
    name: title,
    text: description,
    count: formatStories(articles, site.locale),
  }));
  const items = entries.map(({ href, name }) => ({ address: href, name }));
  return (
    <Sheet at={at} data={collectionData({ name: 'Series', address: '/series', items })}>
      <div className="wrap">
        <FrontHead title="Series" />
        <IndexList entries={entries} />
      </div>
    </Sheet>
  );
}
