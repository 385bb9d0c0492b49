/** A film before the tap: its poster, its length, and the way to see it. Nothing of it is loaded before the reader asks. */
import { Picture } from '#components/Picture';
import { fileAddress } from '#model/fileAddress';
import type { ShownVideo } from '#model/people';
import { offeredWidths, renditionAddress } from '#model/renditions';
import type { Photo } from '#model/photo';
import { formatLength, videoAddress } from '#model/videos';
import { watchAddress } from '#model/watchAddress';

type VideoPlayerProps = {
  readonly video: ShownVideo;
  /** HTML `sizes` of the place. */
  readonly sizes: string;
  /** Whether its poster is the lead picture of the page. */
  readonly priority?: boolean;
};

/** A film of ours plays here with the browser's own controls; one kept elsewhere is a link that says where, and plays in its place where a script may run. */
export function VideoPlayer({ video, sizes, priority = false }: VideoPlayerProps) {
  const { source } = video;
  return source ? (
    <OwnFilm video={video} source={source} priority={priority} />
  ) : (
    <FilmElsewhere video={video} sizes={sizes} priority={priority} />
  );
}

/** A `video` takes one poster for all screens: the column at one pixel for each, or what the picture has. */
const posterWidth = 960;

const posterAddress = (poster: Photo): string => {
  const width = offeredWidths(poster, 'wide').findLast((offered) => offered <= posterWidth);
  return renditionAddress(poster, 'wide', width ?? posterWidth, 'jpg');
};

type OwnFilmProps = {
  readonly video: ShownVideo;
  readonly source: NonNullable<ShownVideo['source']>;
  readonly priority: boolean;
};

/** A `video` cannot say how soon its poster is wanted; a line in the head can. */
function OwnFilm({ video: { title, poster, subtitles }, source, priority }: OwnFilmProps) {
  const still = poster && posterAddress(poster);
  return (
    <>
      {priority && still && <link rel="preload" as="image" href={still} fetchPriority="high" />}
      <video
        className="film"
        controls
        preload="none"
        playsInline
        width={1280}
        height={720}
        poster={still}
        aria-label={title}
      >
        <source src={fileAddress(source)} type={source.mime} />
        {subtitles && <track kind="captions" src={fileAddress(subtitles)} label="Captions" />}
      </video>
    </>
  );
}

function FilmElsewhere({ video, sizes, priority }: Required<VideoPlayerProps>) {
  const watch = watchAddress(video);
  if (!watch) return null;
  return (
    <paper-player src={watch.player} name={video.title}>
      <a className="film" href={watch.href} rel="noreferrer">
        {video.poster && <Picture photo={video.poster} crop="wide" sizes={sizes} priority={priority} alt="" />}
        <span className="play">
          <span className="unseen">{`${video.title}: `}</span>
          {`Play at ${watch.host}, ${formatLength(video.seconds)}`}
        </span>
      </a>
    </paper-player>
  );
}

/** What stands under a film: its title, its length, the way to its words, and whose picture stands before it. */
export function VideoCaption({ video: { title, slug, seconds, text, poster } }: { readonly video: ShownVideo }) {
  return (
    <figcaption>
      {`${title} `}
      <span className="whitespace-nowrap text-ink-3">{`(${formatLength(seconds)})`}</span>
      {text !== '' && (
        <>
          {' '}
          <a className="quiet" href={videoAddress(slug)}>
            Transcript
          </a>
        </>
      )}
      {poster && (
        <span className="credit">
          {'PICTURE / '}
          <b>{poster.credit}</b>
          {` · ${poster.licence}`}
        </span>
      )}
    </figcaption>
  );
}
