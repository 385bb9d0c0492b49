/** What stands at the address of a piece that was taken down; the front door shows it with 410 at that address. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { goneWords } from '#model/goneWords';
import { Lost } from '#components/Lost';
import { formatDay } from '#model/dates';
import { archive, now, site } from '../paper';
import { Sheet } from '../Sheet';
import { waysFromNowhere } from '../ways';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'No longer in the paper', robots: { index: false } };

type Props = { readonly searchParams: Promise<{ readonly address?: string | readonly string[] }> };

/** Date and reason, never the headline. */
export default async function GoneNoticePage({ searchParams }: Props) {
  const at = now();
  const { address } = await searchParams;
  const standing = archive.standing(typeof address === 'string' ? address : '', at);
  if (standing.is !== 'gone') notFound();
  const words = goneWords(standing);
  const policy = archive.aboutPages().find(({ slug }) => slug === 'corrections-policy');
  const ways = [...waysFromNowhere(at), ...(policy ? [{ href: `/about/${policy.slug}`, name: policy.title }] : [])];
  return (
    <Sheet at={at}>
      <Lost
        kind={words.kind}
        on={standing.on === undefined ? undefined : formatDay(standing.on, site)}
        title={words.title}
        ways={ways}
        latest={archive.latest(1, 4, at).items}
        now={at}
      >
        <p>{words.text}</p>
      </Lost>
    </Sheet>
  );
}
