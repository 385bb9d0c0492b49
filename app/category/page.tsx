/** All categories of the paper. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { IndexList } from '#components/front/IndexList';
import { categoryAddress } from '#model/addresses';
import { collectionData, head } from '../head';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Sections',
  description: `The sections of ${site.name}.`,
  address: '/category',
});

/** `/category` */
export default function CategoriesPage() {
  const at = now();
  const entries = archive
    .sections(at)
    .map(({ slug, title, description }) => ({ href: categoryAddress(slug), name: title, text: description }));
  const items = entries.map(({ href, name }) => ({ address: href, name }));
  return (
    <Sheet at={at} data={collectionData({ name: 'Sections', address: '/category', items })}>
      <div className="wrap">
        <FrontHead title="Sections" />
        <IndexList entries={entries} />
      </div>
    </Sheet>
  );
}
