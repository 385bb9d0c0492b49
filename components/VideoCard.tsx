/** A video on a front: its poster with its length on a black tab, and its title. */
import { Picture } from '#components/Picture';
import type { ShownVideo } from '#model/people';
import { formatLength, videoAddress } from '#model/videos';

type VideoCardProps = { readonly video: ShownVideo; readonly level?: 2 | 3 };

/** Leads to the video's place on `/videos`, where it plays. */
export function VideoCard({ video, level = 3 }: VideoCardProps) {
  const Tag = `h${level}` as const;
  return (
    <article className="teaser">
      {video.poster && (
        <div className="teaser-picture">
          <Picture
            photo={video.poster}
            crop="wide"
            sizes="(min-width: 60rem) 24rem, (min-width: 40rem) 30vw, 92vw"
            alt=""
          />
          <span className="play">
            <span className="unseen">Video, length </span>
            {formatLength(video.seconds)}
          </span>
        </div>
      )}
      <Tag className="headline text-h3">
        <a href={videoAddress(video.slug)}>{video.title}</a>
      </Tag>
      {!video.poster && <p className="meta">Video, {formatLength(video.seconds)}</p>}
    </article>
  );
}
