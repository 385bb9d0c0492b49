/** Older corrections. */
import type { Metadata } from 'next';
import { checkPageNumber } from '#model/addressParts';
import { head } from '../../../head';
import { numberedPage, numberedTitle } from '../../../numbered';
import { site } from '../../../paper';
import { correctionList } from '../../list';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ readonly n: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const page = checkPageNumber((await params).n) ?? 1;
  const description = `What ${site.name} got wrong and put right, newest first.`;
  return head({
    title: numberedTitle('Corrections', page),
    description,
    address: `/corrections/page/${page}`,
  });
};

/** `/corrections/page/2` */
export default async function CorrectionsNumberedPage({ params }: Props) {
  return correctionList(numberedPage((await params).n, '/corrections'));
}
