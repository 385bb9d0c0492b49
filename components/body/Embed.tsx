/** Something kept at another site: named, and not loaded before the reader asks for it. */
import { type EmbedProvider, embedTarget } from '#model/embeds';

type EmbedProps = { readonly url: string; readonly title: string };

/** The other site's name and a link to it; where it has a frame, a tap shows it here. An address that is not on the list is left out. */
export function Embed({ url, title }: EmbedProps) {
  const target = embedTarget(url);
  if (!target) return null;
  const host = target.provider.name;
  return (
    <div className="tap">
      <b>{title}</b>
      <p>{`This is kept at ${host}, which may set cookies.`}</p>
      {target.player ? (
        <paper-player src={target.player} name={title} shape={shapeOf(target.provider)} word="Show it here">
          <OpenElsewhere page={target.page} host={host} />
        </paper-player>
      ) : (
        <OpenElsewhere page={target.page} host={host} />
      )}
    </div>
  );
}

function OpenElsewhere({ page, host }: { readonly page: string; readonly host: string }) {
  return (
    <a className="btn btn-quiet" href={page} rel="noreferrer">
      {`Open at ${host}`}
    </a>
  );
}

const shapeOf = ({ name }: EmbedProvider): 'film' | 'sound' | 'page' => {
  if (name === 'YouTube' || name === 'Vimeo') return 'film';
  return name === 'Spotify' || name === 'SoundCloud' ? 'sound' : 'page';
};
