/** What the paper says about itself. */
import type { Metadata } from 'next';
import { FrontHead } from '#components/front/FrontHead';
import { IndexList } from '#components/front/IndexList';
import { aboutData, head } from '../head';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'About',
  description: site.description,
  address: '/about',
});

/** `/about` */
export default function AboutPage() {
  const entries = archive
    .aboutPages()
    .map(({ slug, title, description }) => ({ href: `/about/${slug}`, name: title, text: description }));
  return (
    <Sheet at={now()} data={aboutData(archive.aboutPages())}>
      <div className="wrap">
        <FrontHead title={`About ${site.name}`} standfirst={site.description} />
        <IndexList entries={entries} />
      </div>
    </Sheet>
  );
}
