/** The newest videos. */
import type { Metadata } from 'next';
import { head } from '../head';
import { site } from '../paper';
import { videoList } from './list';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = head({
  title: 'Videos',
  description: `Short films from ${site.name}, with transcripts.`,
  address: '/videos',
});

/** `/videos` */
export default function VideosPage() {
  return videoList(1);
}
