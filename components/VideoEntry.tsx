/** A video on the page of all videos: the film, its title, its transcript. */
import type { ReactNode } from 'react';
import { site } from '#site';
import { Credit } from '#components/Caption';
import { VideoPlayer } from '#components/VideoPlayer';
import { formatDay, isoMoment } from '#model/dates';
import type { ShownVideo } from '#model/people';
import { formatLength } from '#model/videos';

/** Characters up to which a transcript lies open. */
const shortTranscript = 1200;

type VideoEntryProps = {
  readonly video: ShownVideo;
  /** Whether it is the first of its page, whose poster comes before all other pictures. */
  readonly first: boolean;
  /** The transcript; nothing where there is none. */
  readonly children?: ReactNode;
};

/** Film in eight columns, words in four. */
export function VideoEntry({ video, first, children }: VideoEntryProps) {
  const { slug, title, publishedAt, seconds, poster, text } = video;
  return (
    <article className="mt-6 first:mt-0" id={slug} aria-labelledby={`${slug}-title`}>
      <div className="grid gap-5 border-t-[3px] border-bar pt-4 lg:grid-cols-12 lg:gap-x-gap">
        <div className="min-w-0 lg:col-span-8">
          <VideoPlayer video={video} sizes="(min-width: 60rem) 51rem, 95vw" priority={first} />
          {poster && <Credit photo={poster} />}
        </div>
        <div className="min-w-0 lg:col-span-4">
          <h2 className="headline text-h2" id={`${slug}-title`}>
            {title}
          </h2>
          <p className="meta">
            <time dateTime={isoMoment(publishedAt, site)}>{formatDay(publishedAt, site)}</time>
            <span className="sep">{formatLength(seconds)}</span>
          </p>
          {children && (
            <details className="mt-4 border-t" open={text.length < shortTranscript}>
              <summary className="min-h-touch cursor-pointer py-3 font-sans text-fact font-semibold">
                Transcript
              </summary>
              <div className="linked-in pb-3 text-note [&>p+p]:mt-2">{children}</div>
            </details>
          )}
        </div>
      </div>
    </article>
  );
}
