/** The videos' band: black from edge to edge in both themes. */
import { Column, Columns } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { VideoCard } from '#components/VideoCard';
import type { ShownVideo } from '#model/people';

type VideosBandProps = { readonly videos: readonly ShownVideo[]; readonly title?: string };

/** Three videos in a row. */
export function VideosBand({ videos, title = 'Videos' }: VideosBandProps) {
  return (
    <section className="band mt-7 pb-6 print:hidden" aria-labelledby="videos">
      <div className="wrap">
        <SectionFlag title={title} id="videos" all={{ href: '/videos', name: 'All videos' }} />
        <Columns>
          {videos.map((video) => (
            <Column
              key={video.slug}
              span={videos.length === 2 ? 6 : 4}
              onTablet={videos.length === 2 ? 'half' : 'third'}
            >
              <VideoCard video={video} />
            </Column>
          ))}
        </Columns>
      </div>
    </section>
  );
}
