/** The page for every address that leads nowhere. */
import type { Metadata } from 'next';
import { Lost } from '#components/Lost';
import { archive, now, site } from './paper';
import { Sheet } from './Sheet';
import { waysFromNowhere } from './ways';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Not in the paper', robots: { index: false } };

/** Says so, and helps. */
export default function NotFoundPage() {
  const at = now();
  return (
    <Sheet at={at}>
      <Lost
        kind="404"
        title="This page is not in the paper"
        ways={[...waysFromNowhere(at), { href: `mailto:${site.mail.editor}`, name: 'Tell us about a broken link' }]}
        latest={archive.latest(1, 4, at).items}
        now={at}
      >
        <p>
          The address may have a typing error, or the story may have moved before we kept count. Every story we printed
          has a date and can be found by it.
        </p>
      </Lost>
    </Sheet>
  );
}
