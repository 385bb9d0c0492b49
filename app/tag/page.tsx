/** All tags of the paper. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { TagIndex } from '#components/front/TagIndex';
import { tagAddress } from '#model/addresses';
import { collectionData, head } from '../head';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Tags',
  description: `What ${site.name} writes about, from A to Z.`,
  address: '/tag',
});

/** `/tag` */
export default function TagsPage() {
  const at = now();
  const tags = archive.tags(at);
  const items = tags.map(({ slug, name }) => ({ address: tagAddress(slug), name }));
  return (
    <Sheet at={at} data={collectionData({ name: 'Tags', address: '/tag', items })}>
      <div className="wrap">
        <FrontHead title="Tags" />
        <TagIndex tags={tags} locale={site.locale} />
      </div>
    </Sheet>
  );
}
