/** What stands at the head of a piece: a film before the tap, or a photograph. */
import { Caption } from '#components/Caption';
import { Picture } from '#components/Picture';
import { VideoCaption, VideoPlayer } from '#components/VideoPlayer';
import type { ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';

type LeadMediaProps = { readonly video?: ShownVideo | undefined; readonly photo?: Photo | undefined };

const sizes = '(min-width: 60rem) 58rem, 100vw';

/** The film where there is one, else the photo, else nothing at all. */
export function LeadMedia({ video, photo }: LeadMediaProps) {
  if (video) {
    return (
      <figure className="figure bleed out">
        <VideoPlayer video={video} sizes={sizes} priority />
        <VideoCaption video={video} />
      </figure>
    );
  }
  return photo && <LeadPhoto photo={photo} />;
}

/** As it was taken; an upright one is kept narrower than the page, so that its headline and foot are seen at once. */
function LeadPhoto({ photo }: { readonly photo: Photo }) {
  const upright = photo.height > photo.width;
  return (
    <figure className={`figure bleed ${upright ? 'lead-upright' : 'out'}`}>
      <Picture photo={photo} crop="natural" sizes={upright ? '(min-width: 40rem) 32rem, 100vw' : sizes} priority />
      <Caption photo={photo} />
    </figure>
  );
}
