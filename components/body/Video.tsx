/** A film in the body. */
import { VideoCaption, VideoPlayer } from '#components/VideoPlayer';
import type { ShownVideo } from '#model/people';

/** Film with its title and the way to its transcript. */
export function Video({ video }: { readonly video: ShownVideo }) {
  return (
    <figure className="figure">
      <VideoPlayer video={video} sizes="(min-width: 40rem) 38rem, 92vw" />
      <VideoCaption video={video} />
    </figure>
  );
}
