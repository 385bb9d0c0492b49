/** All authors of the paper. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { People } from '#components/People';
import { head } from '../head';
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
  return (
    <Sheet at={at}>
      <div className="wrap">
        <FrontHead title="Authors" />
        <People authors={archive.authors(at)} />
      </div>
    </Sheet>
  );
}
