/** The newest films, on black. */
import { VideosBand } from '#components/front/VideosBand';
import type { ShownVideo } from '#model/people';

/** Band of the newest films; nothing where there are none. */
export function LatestVideos({ videos }: { readonly videos: readonly ShownVideo[] }) {
  return videos.length > 0 && <VideosBand videos={videos} title="Latest videos" />;
}
