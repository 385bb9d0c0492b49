/** All authors of the paper. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { People } from '#components/People';
import { authorAddress } from '#model/addresses';
import { collectionData, head } from '../head';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Authors',
  description: `Who writes for ${site.name}.`,
  address: '/author',
});

/** `/author` */
export default function AuthorsPage() {
  const at = now();
  const authors = archive.authors(at);
  const items = authors.map(({ slug, name }) => ({ address: authorAddress(slug), name }));
  return (
    <Sheet at={at} data={collectionData({ name: 'Authors', address: '/author', items })}>
      <div className="wrap">
        <FrontHead title="Authors" />
        <People authors={authors} />
      </div>
    </Sheet>
  );
}
