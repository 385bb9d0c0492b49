/** The newest corrections. */
import type { Metadata } from 'next';
import { head } from '../head';
import { site } from '../paper';
import { correctionList } from './list';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Corrections',
  description: `What ${site.name} got wrong and put right, newest first.`,
  address: '/corrections',
});

/** `/corrections` */
export default function CorrectionsPage() {
  return correctionList(1);
}
