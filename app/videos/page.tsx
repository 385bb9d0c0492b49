/** The newest videos. */
import type { Metadata } from 'next';
import { site } from '../paper';
import { videoList } from './list';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Videos', description: `Short films from ${site.name}, with transcripts.` };

/** `/videos` */
export default function VideosPage() {
  return videoList(1);
}
